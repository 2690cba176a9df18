#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pgsegue::test {

/// One case of a data file:
///
///     command argument argument
///     input, over as many lines as it takes
///     ----
///     expected, up to an empty line
///
/// Lines before it that start with # are comments.
struct DataCase {
  std::vector<std::string> words;  ///< of the command line
  std::string input;
  std::string expected;
  unsigned line = 0;  ///< of the command, from 1
};

/// Runs every case of the file through `answer` and expects its result. With the environment variable
/// PGSEGUE_REWRITE_EXPECTED set, the results are written into the file instead, to be reviewed.
void run_data_file(const std::string& path, const std::function<std::string(const DataCase&)>& answer);

/// The cases of the file.
std::vector<DataCase> read_data_file(const std::string& path);

/// The data files of a folder below tests/data, sorted.
std::vector<std::string> data_files(const std::string& folder);

}  // namespace pgsegue::test
