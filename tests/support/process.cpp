#include "tests/support/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

// Files rather than pipes take the output: a child that writes much cannot block, and order does not matter.
std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> environment_of(const Process& process) {
    std::map<std::string, std::string> variables = {
        {"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"HOME", process.directory}, {"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"},
        {"NO_COLOR", "1"}, {"COLUMNS", "100"}};
    for (const char* passed : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"})
        if (const char* value = std::getenv(passed)) variables[passed] = value;
    for (const auto& [name, value] : process.environment) variables[name] = value;
    std::vector<std::string> out;
    out.reserve(variables.size());
    for (const auto& [name, value] : variables) out.push_back(name + "=" + value);
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    out.reserve(texts.size() + 1);
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

void wait_for(pid_t child, int seconds, Outcome& outcome) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            outcome.timed_out = true;
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Outcome run(const Process& process) {
    const TemporaryDirectory captured;
    const std::string out_path = captured.path() / "out", err_path = captured.path() / "err";
    const std::string input = process.input.empty() ? "/dev/null" : process.input;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, process.directory.c_str());
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::vector<std::string> arguments = process.arguments;
    arguments.insert(arguments.begin(), "crossfoot");
    std::vector<std::string> environment = environment_of(process);
    pid_t child = -1;
    const int error = posix_spawn(&child, process.program.c_str(), &actions, nullptr, pointers(arguments).data(),
                                  pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::system_error(error, std::generic_category(), process.program);
    Outcome outcome;
    wait_for(child, process.seconds, outcome);
    outcome.out = contents(out_path);
    outcome.err = contents(err_path);
    return outcome;
}

bool has_pseudo_terminals() {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0) return false;
    const bool made = ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0;
    ::close(terminal);
    return made;
}

std::vector<std::string> split_command(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool begun = false;
    char quote = 0;
    for (const char c : line) {
        if (quote != 0) {
            if (c == quote) quote = 0;
            else word += c;
        } else if (c == '"' || c == '\'') {
            quote = c;
            begun = true;
        } else if (c == ' ' || c == '\t' || c == '\n') {
            if (begun) words.push_back(std::move(word));
            word.clear();
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (quote != 0) throw std::invalid_argument("a quote is not closed: " + line);
    if (begun) words.push_back(std::move(word));
    return words;
}

}  // namespace crossfoot::testing
