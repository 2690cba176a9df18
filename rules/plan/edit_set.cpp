#include "rules/plan/edit_set.hpp"

#include <algorithm>
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
  const auto index = static_cast<std::size_t>(end);
  for (auto& [range, replacement] : replacements_) {
    if (replacement.text && range.first + range.second == index) {
      replacement.suffix += ' ' + text;
      return;
    }
  }
  insertions_[index] += spaced(tokens_, index, text);
}

void EditSet::wrap(parser::TokenRange tokens, const std::string& before, const std::string& after) {
  const Range range{static_cast<std::size_t>(tokens.first), tokens.count};
  wraps_.try_emplace(range, before, after);
}

void EditSet::settle(parser::TokenRange tokens, std::optional<std::string> text) {
  if (tokens.count > 0) settled_[{static_cast<std::size_t>(tokens.first), tokens.count}] = std::move(text);
}

/// Of an insertion `first` and `end` are the token it precedes.
bool EditSet::is_settled(std::size_t first, std::size_t end) const {
  return std::any_of(settled_.begin(), settled_.end(), [&](const auto& entry) {
    const auto& [begin, count] = entry.first;
    return first >= begin && end <= begin + count && (first < end || first > begin);
  });
}

EditProgram EditSet::program(bool in_the_end) const {
  EditProgram program;
  for (const auto& [range, texts] : wraps_) {
    const std::size_t end = range.first + range.second;
    if (in_the_end) program.edits.push_back({token_index(end), 0, spaced(tokens_, end, texts.second)});
  }
  for (const auto& [index, text] : insertions_) {
    if (!in_the_end || !is_settled(index, index)) program.edits.push_back({token_index(index), 0, text});
  }
  for (const auto& [range, texts] : wraps_) {
    if (in_the_end) program.edits.push_back({token_index(range.first), 0, texts.first});
  }
  for (const auto& [range, replacement] : replacements_) {
    const bool is_overruled = in_the_end && is_settled(range.first, range.first + range.second);
    if (replacement.text && !is_overruled)
      program.edits.push_back(
          {token_index(range.first), range.second, *replacement.text + replacement.suffix});
  }
  for (const auto& [range, text] : settled_) {
    if (in_the_end && text) program.edits.push_back({token_index(range.first), range.second, *text});
  }
  std::stable_sort(program.edits.begin(), program.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.first < b.first; });
  return program;
}

}  // namespace pgsegue::rules::plan
