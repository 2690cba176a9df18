#include "rules/did_you_mean.hpp"
#include "rules/yaml_reader.hpp"

#include <array>
#include <charconv>

namespace pgsegue::rules {
namespace {

struct unit {
  std::string_view name;
  std::uint64_t factor;
};
constexpr std::array<unit, 5> size_units{
    {{"", 1}, {"B", 1}, {"KiB", 1u << 10}, {"MiB", 1u << 20}, {"GiB", 1u << 30}}};
constexpr std::array<unit, 4> duration_units{{{"ms", 1}, {"s", 1'000}, {"min", 60'000}, {"h", 3'600'000}}};

/// A whole number followed by one of the units; nothing if it is not that or does not fit.
std::optional<std::uint64_t> parse_quantity(std::string_view text, std::span<const unit> units) {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc()) return std::nullopt;
  std::string_view suffix(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (!suffix.empty() && suffix.front() == ' ')
    suffix.remove_prefix(1);
  for (const unit& each : units) {
    if (suffix != each.name) continue;
    std::uint64_t product = 0;
    if (__builtin_mul_overflow(number, each.factor, &product)) return std::nullopt;
    return product;
  }
  return std::nullopt;
}

/// In the largest unit that divides it.
std::string print_quantity(std::uint64_t value, std::span<const unit> units) {
  if (value == 0) return "0";
  const unit* best = &units.front();
  for (const unit& each : units) {
    if (value % each.factor == 0) best = &each;
  }
  return std::to_string(value / best->factor) + std::string(best->name);
}

}  // namespace

std::optional<std::string> YamlNode::as_string() const {
  return scalar("a text");
}

std::optional<bool> YamlNode::as_bool() const {
  const std::optional<std::string> text = scalar("true or false");
  if (!text) return std::nullopt;
  if (*text == "true") return true;
  if (*text == "false") return false;
  error(label_ + " must be true or false, not \"" + *text + "\"");
  return std::nullopt;
}

std::optional<std::int64_t> YamlNode::as_integer(std::int64_t least, std::int64_t most) const {
  const std::string expected = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  const std::optional<std::string> text = scalar(expected);
  if (!text) return std::nullopt;
  std::int64_t number = 0;
  const char* const end = text->data() + text->size();
  const auto [stop, failure] = std::from_chars(text->data(), end, number);
  if (failure == std::errc() && stop == end && number >= least && number <= most) return number;
  error(label_ + " must be " + expected + ", not \"" + *text + "\"");
  return std::nullopt;
}

std::optional<std::uint64_t> YamlNode::as_size(std::uint64_t least, std::uint64_t most) const {
  const std::optional<std::string> text = scalar("a size such as 16MiB");
  if (!text) return std::nullopt;
  const std::optional<std::uint64_t> value = parse_quantity(*text, size_units);
  if (!value) {
    error(label_ + " must be a size, not \"" + *text + "\"", "write bytes, or a number with KiB, MiB or GiB");
  } else if (*value < least || *value > most) {
    error(label_ + " must be from " + print_quantity(least, size_units) + " to " +
          print_quantity(most, size_units) + ", not \"" + *text + "\"");
  } else {
    return value;
  }
  return std::nullopt;
}

std::optional<std::chrono::milliseconds> YamlNode::as_duration(std::chrono::milliseconds least,
                                                               std::chrono::milliseconds most) const {
  const std::optional<std::string> text = scalar("a duration such as 10s");
  if (!text) return std::nullopt;
  const std::optional<std::uint64_t> value =
      *text == "0" ? std::optional<std::uint64_t>(0) : parse_quantity(*text, duration_units);
  const auto low = static_cast<std::uint64_t>(least.count()), high = static_cast<std::uint64_t>(most.count());
  if (!value) {
    error(label_ + " must be a duration, not \"" + *text + "\"", "write a number with ms, s, min or h");
  } else if (*value < low || *value > high) {
    error(label_ + " must be from " + print_quantity(low, duration_units) + " to " +
          print_quantity(high, duration_units) + ", not \"" + *text + "\"");
  } else {
    return std::chrono::milliseconds(*value);
  }
  return std::nullopt;
}

std::optional<std::size_t> YamlNode::as_word(std::span<const std::string_view> words) const {
  const std::optional<std::string> text = scalar("a word");
  if (!text) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == *text) return i;
  }
  error(label_ + " cannot be \"" + *text + "\"", hint_for_unknown(*text, words, "possible values"));
  return std::nullopt;
}

}  // namespace pgsegue::rules
