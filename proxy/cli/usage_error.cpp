#include "proxy/cli/usage_error.hpp"

#include "rules/did_you_mean.hpp"

#include <vector>

namespace pgsegue::cli {
namespace {

const CLI::App& chosen_command(const CLI::App& program) {
  const std::vector<CLI::App*> commands = program.get_subcommands();
  return commands.empty() ? program : *commands.front();
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({}))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
    for (const std::string& name : option->get_snames())
      names.push_back("-" + name);
  }
  return names;
}

std::string unknown(const std::string& what, const std::string& given,
                    const std::vector<std::string>& known) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  return "unknown " + what + " \"" + given +
         "\"\n  hint: " + rules::hint_for_unknown(given, words, what + "s");
}

}  // namespace

std::string describe_usage_error(const CLI::App& program, const CLI::ParseError& error) {
  const std::vector<std::string> left_over = program.remaining(true);
  if (left_over.empty()) return error.what();
  const std::string& word = left_over.front();
  const CLI::App& command = chosen_command(program);
  if (word.starts_with("-")) return unknown("option", word.substr(0, word.find('=')), option_names(command));
  if (&command == &program) return unknown("command", word, command_names(program));
  return "unexpected argument \"" + word + "\"\n  hint: quote a statement as one argument";
}

}  // namespace pgsegue::cli
