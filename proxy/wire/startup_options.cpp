#include "proxy/wire/startup_options.hpp"

#include <algorithm>

namespace pgsegue::wire {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::vector<std::string> split_words(std::string_view options) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (is_space(options[i])) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (options[i] == '\\' && ++i == options.size()) break;
    words.back().push_back(options[i]);
  }
  return words;
}

StartupOption split_setting(std::string_view setting) {
  const std::size_t equals = setting.find('=');
  StartupOption option{std::string(setting.substr(0, equals)), {}};
  if (equals != std::string_view::npos) option.value = setting.substr(equals + 1);
  std::replace(option.name.begin(), option.name.end(), '-', '_');
  return option;
}

}  // namespace

std::vector<StartupOption> parse_startup_options(std::string_view options) {
  const std::vector<std::string> words = split_words(options);
  std::vector<StartupOption> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "-c" || word == "--") {
      if (i + 1 < words.size()) found.push_back(split_setting(words[++i]));
    } else if (word.starts_with("-c") || word.starts_with("--")) {
      found.push_back(split_setting(word.substr(2)));
    }
  }
  return found;
}

}  // namespace pgsegue::wire
