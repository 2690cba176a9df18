#include "rules/plan/edit_set.hpp"

#include <algorithm>

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

EditProgram EditSet::program(bool with_wraps) const {
  EditProgram program;
  for (const auto& [range, texts] : wraps_) {
    const std::size_t end = range.first + range.second;
    if (with_wraps) program.edits.push_back({token_index(end), 0, spaced(tokens_, end, texts.second)});
  }
  for (const auto& [index, text] : insertions_)
    program.edits.push_back({token_index(index), 0, text});
  for (const auto& [range, texts] : wraps_) {
    if (with_wraps) program.edits.push_back({token_index(range.first), 0, texts.first});
  }
  for (const auto& [range, replacement] : replacements_) {
    if (replacement.text)
      program.edits.push_back(
          {token_index(range.first), range.second, *replacement.text + replacement.suffix});
  }
  std::stable_sort(program.edits.begin(), program.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.first < b.first; });
  return program;
}

}  // namespace pgsegue::rules::plan
