// Running a program as a user would, in a directory and environment of its own.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace crossfoot::testing {

struct Process {
    std::string program;                        // a path
    std::vector<std::string> arguments;
    std::string directory;                      // where it runs
    std::string input;                          // a file for standard input; empty: nothing to read
    std::map<std::string, std::string> environment;   // beside the fixed one: no colour, C.UTF-8, UTC, 100 columns
    int seconds = 60;                           // it is ended after that many
};

struct Outcome {
    int exit_code = -1;      // 128 + n where signal n ended it
    bool timed_out = false;
    std::string out, err;
};

// Throws std::system_error where the program cannot be started.
[[nodiscard]] Outcome run(const Process& process);

// Can a terminal be made here (a pseudo-terminal, posix_openpt(3))? In a bare container there may be none.
[[nodiscard]] bool has_pseudo_terminals();

// "a 'b c' \"d\"" into a, b c, d. Throws std::invalid_argument where a quote is not closed.
[[nodiscard]] std::vector<std::string> split_command(const std::string& line);

}  // namespace crossfoot::testing
