#include "rules/plan/edit_set.hpp"

#include "rules/splice.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pgsegue::rules::plan {

namespace {

parser::TokenIndex token_index(std::size_t index) {
  return static_cast<parser::TokenIndex>(index);
}

/// The text with the blank it needs where there is none in front, or behind where the gap is already used up.
std::string spaced(std::span<const parser::Token> tokens, std::size_t end, const std::string& text) {
  const bool at_end = end >= tokens.size();
  const bool has_gap = !at_end && end > 0 && tokens[end - 1].end < tokens[end].begin;
  return has_gap ? text + ' ' : ' ' + text;
}

}  // namespace

void EditSet::replace(parser::TokenRange tokens, const std::optional<std::string>& text) {
  if (tokens.count == 0) return;
  const Range range{static_cast<std::size_t>(tokens.first), tokens.count};
  const auto [entry, is_new] = replacements_.try_emplace(range, Replacement{text, {}});
  if (!is_new && entry->second.text != text) has_conflict_ = true;
}

void EditSet::add_behind(parser::TokenIndex end, const std::string& text) {
  add_behind(end, text, text);
}

void EditSet::add_behind(parser::TokenIndex end, const std::string& text, const std::string& in_the_end) {
  const auto index = static_cast<std::size_t>(end);
  has_end_of_its_own_ |= text != in_the_end;
  for (auto& [range, replacement] : replacements_) {
    if (replacement.text && range.first + range.second == index && text == in_the_end) {
      replacement.suffix += ' ' + text;
      return;
    }
  }
  Insertion& insertion = insertions_[index];
  insertion.text += spaced(tokens_, index, text);
  insertion.in_the_end += spaced(tokens_, index, in_the_end);
}

void EditSet::wrap(parser::TokenRange tokens, const std::string& before, const std::string& after) {
  const Range range{static_cast<std::size_t>(tokens.first), tokens.count};
  wraps_.try_emplace(range, before, after);
  has_end_of_its_own_ = true;
}

void EditSet::settle(parser::TokenRange tokens, std::optional<std::string> text) {
  if (tokens.count == 0) return;
  settled_[{static_cast<std::size_t>(tokens.first), tokens.count}] = std::move(text);
  has_end_of_its_own_ = true;
}

void EditSet::append(parser::TokenIndex at, TextParts parts) {
  TextParts& appended = appended_[static_cast<std::size_t>(at)];
  appended.insert(appended.end(), std::make_move_iterator(parts.begin()),
                  std::make_move_iterator(parts.end()));
  has_end_of_its_own_ = true;
}

void EditSet::move(parser::TokenRange tokens, const std::string& text) {
  moved_[{static_cast<std::size_t>(tokens.first), tokens.count}] = text;
  has_end_of_its_own_ = true;
}

/// Of an insertion `first` and `end` are the token it precedes.
bool EditSet::is_settled(const Settled& settled, std::size_t first, std::size_t end) {
  return std::any_of(settled.begin(), settled.end(), [&](const auto& entry) {
    const auto& [begin, count] = entry.first;
    return first >= begin && end <= begin + count && (first < end || first > begin);
  });
}

EditProgram EditSet::program(bool in_the_end) const {
  EditProgram program = collect(in_the_end, settled_, {});
  if (!in_the_end || (appended_.empty() && moved_.empty())) return program;
  Settled settled = settled_;
  settled.insert(moved_.begin(), moved_.end());
  return collect(true, settled, appended_edits(program));
}

EditProgram EditSet::collect(bool in_the_end, const Settled& settled,
                             const std::vector<Edit>& appended) const {
  EditProgram program;
  std::vector<std::pair<Range, std::pair<std::string, std::string>>> wraps;
  std::copy_if(wraps_.begin(), wraps_.end(), std::back_inserter(wraps), [&](const auto& wrap) {
    const Range& range = wrap.first;
    return in_the_end && !is_settled(settled, range.first, range.first + range.second);
  });
  for (const auto& [range, texts] : wraps) {
    const std::size_t end = range.first + range.second;
    program.edits.push_back({token_index(end), 0, spaced(tokens_, end, texts.second)});
  }
  for (const auto& [index, insertion] : insertions_) {
    if (!in_the_end || !is_settled(settled, index, index))
      program.edits.push_back({token_index(index), 0, in_the_end ? insertion.in_the_end : insertion.text});
  }
  program.edits.insert(program.edits.end(), appended.begin(), appended.end());
  for (const auto& [range, texts] : wraps)
    program.edits.push_back({token_index(range.first), 0, texts.first});
  for (const auto& [range, replacement] : replacements_) {
    const bool is_overruled = in_the_end && is_settled(settled, range.first, range.first + range.second);
    if (replacement.text && !is_overruled)
      program.edits.push_back(
          {token_index(range.first), range.second, *replacement.text + replacement.suffix});
  }
  for (const auto& [range, text] : settled) {
    if (in_the_end && text) program.edits.push_back({token_index(range.first), range.second, *text});
  }
  std::stable_sort(program.edits.begin(), program.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.first < b.first; });
  for (const Repetition& repetition : repetitions_)
    apply(repetition, program);
  return program;
}

std::vector<Edit> EditSet::appended_edits(const EditProgram& program) const {
  std::vector<Edit> edits;
  for (const auto& [index, parts] : appended_) {
    Edit edit{token_index(index), 0, {}};
    for (const TextPart& part : parts) {
      edit.replacement += part.text;
      if (part.tokens.count > 0) add_copy(program, part.tokens, edit);
    }
    edits.push_back(std::move(edit));
  }
  return edits;
}

/// The tokens as `program` makes them read: its edits become text between runs of tokens that stay.
void EditSet::add_copy(const EditProgram& program, const parser::TokenRange& tokens, Edit& edit) const {
  auto next = static_cast<std::size_t>(tokens.first);
  const std::size_t end = next + tokens.count;
  const auto keep_up_to = [&](std::size_t stop) {
    if (stop > next)
      edit.copies.push_back({static_cast<std::uint32_t>(edit.replacement.size()),
                             {token_index(next), static_cast<std::uint32_t>(stop - next)}});
    next = std::max(next, stop);
  };
  for (const Edit& inside : program.edits) {
    const auto first = static_cast<std::size_t>(inside.first);
    if (first < next || first >= end) continue;
    keep_up_to(first);
    edit.replacement += ' ' + inside.replacement;
    next = first + inside.count;
  }
  keep_up_to(end);
  for (const auto& [range, texts] : wraps_) {
    const bool ends_here =
        range.first >= static_cast<std::size_t>(tokens.first) && range.first + range.second == end;
    if (ends_here) edit.replacement += texts.second;
  }
}

void EditSet::repeat(parser::TokenRange tokens, parser::TokenRange value, std::vector<std::string> suffixes) {
  repetitions_.push_back({tokens, value, std::move(suffixes)});
}

/// The edits inside become part of the text that is repeated.
void EditSet::apply(const Repetition& repetition, EditProgram& program) const {
  const auto begin = static_cast<std::size_t>(repetition.tokens.first);
  const std::size_t end = static_cast<std::size_t>(repetition.value.first) + repetition.value.count;
  const auto is_inside = [&](const Edit& edit) {
    const auto first = static_cast<std::size_t>(edit.first);
    return first >= begin && first < end;
  };
  EditProgram inside;
  std::copy_if(program.edits.begin(), program.edits.end(), std::back_inserter(inside.edits), is_inside);
  std::string value;
  const std::size_t from = tokens_[begin].begin;
  if (!splice(text_.substr(0, tokens_[end - 1].end), tokens_.first(end), inside, value)) return;
  value.erase(0, from);
  std::string text;
  for (const std::string& suffix : repetition.suffixes)
    text += (text.empty() ? "" : ", ") + value + suffix;
  std::erase_if(program.edits, is_inside);
  const auto at = std::find_if(program.edits.begin(), program.edits.end(), [&](const Edit& edit) {
    return static_cast<std::size_t>(edit.first) > begin;
  });
  program.edits.insert(at, {repetition.tokens.first, repetition.tokens.count, std::move(text)});
}

}  // namespace pgsegue::rules::plan
