#include "tests/support/case.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/diff.hpp"
#include "tests/support/expect.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

enum class Role { file, setup, command, standard_output, standard_error, exit_code, expect, after, none };

Role role(const Block& block) {
    if (block.attribute("file")) return Role::file;
    if (block.attribute("after")) return Role::after;
    if (block.kind == "setup") return Role::setup;
    if (block.kind == "cmd" || block.has("run")) return Role::command;
    if (block.kind == "exit") return Role::exit_code;
    if (block.kind == "expect") return Role::expect;
    if (block.has("stdout")) return Role::standard_output;
    if (block.has("stderr")) return Role::standard_error;
    return Role::none;
}

bool prepares(Role role) { return role == Role::file || role == Role::setup; }

// One execution: what is written before it, the command or none, what is expected of it.
struct Run {
    std::vector<const Block*> preparation;
    const Block* command = nullptr;
    std::vector<const Block*> expectations;
    std::size_t last_line = 0;
};

std::vector<Run> runs_of(const Scene& scene) {
    std::vector<Run> runs(1);
    for (const Block& block : scene.blocks) {
        const Role what = role(block);
        if (what == Role::none) continue;
        const bool begins = !runs.back().expectations.empty() || (what == Role::command && runs.back().command != nullptr);
        if (begins && (prepares(what) || what == Role::command)) runs.emplace_back();
        Run& run = runs.back();
        if (prepares(what)) run.preparation.push_back(&block);
        else if (what == Role::command) run.command = &block;
        else run.expectations.push_back(&block);
        run.last_line = block.last_line;
    }
    return runs;
}

class CaseRun {
public:
    CaseRun(const Document& document, const CaseOptions& options) : document_(document), options_(options) {
        for (const std::string& problem : document.problems) fail(0, problem);
        refuse_unknown(document.preamble);
        for (const Scene& scene : document.scenes) refuse_unknown(scene);
    }

    CaseReport finish() && {
        const bool begins_scenes = !document_.scenes.empty() || options_.prose;
        scene(document_.preamble, begins_scenes);
        for (const Scene& each : document_.scenes) scene(each, options_.prose);
        if (report_.runs == 0 && !options_.prose) fail(0, "nothing is run in this case");
        report_.updated = with_edits(document_, std::move(edits_));
        return std::move(report_);
    }

private:
    void fail(std::size_t line, const std::string& text) {
        report_.failures.push_back(document_.path + ":" + std::to_string(line) + ": " + text);
    }

    void refuse_unknown(const Scene& scene) {
        if (options_.prose) return;
        for (const Block& block : scene.blocks)
            if (role(block) == Role::none) fail(block.first_line, "a block ```" + block.info + " says nothing to the harness");
    }

    void prepare(const fs::path& directory, const Block& block) {
        try {
            if (role(block) == Role::file) write_file(directory, block);
            else run_setup(directory, options_.project, block);
        } catch (const std::exception& error) {
            fail(block.first_line, error.what());
        }
    }

    // `may_idle`: it may be there for its files or prose alone.
    void scene(const Scene& scene, bool may_idle) {
        const std::vector<Run> runs = runs_of(scene);
        const bool idle = std::none_of(runs.begin(), runs.end(), [](const Run& run) {
            return run.command != nullptr || !run.expectations.empty();
        });
        if (idle && (may_idle || scene.blocks.empty())) return;
        const TemporaryDirectory directory;
        if (&scene != &document_.preamble)
            for (const Block& block : document_.preamble.blocks)
                if (prepares(role(block))) prepare(directory.path(), block);
        for (const Run& run : runs) {
            for (const Block* block : run.preparation) prepare(directory.path(), *block);
            execute(directory.path(), run, std::max(run.last_line, scene.first_line));
        }
    }

    void execute(const fs::path& directory, const Run& run, std::size_t last_line) {
        const std::string check = fs::exists(directory / "rules") ? "check . --rules rules" : "check .";
        const auto wants = [&](Role what) {
            return std::any_of(run.expectations.begin(), run.expectations.end(), [&](const Block* b) { return role(*b) == what; });
        };
        const bool only_expect = !run.expectations.empty() &&
            std::all_of(run.expectations.begin(), run.expectations.end(), [](const Block* b) { return role(*b) == Role::expect; });
        if (run.command == nullptr && wants(Role::expect)) {
            const std::string command = check + " --all --format json --fail-on never --allow-empty";
            const Outcome outcome = start(directory, command, run.expectations.front()->first_line);
            for (const Block* block : run.expectations)
                if (role(*block) == Role::expect) compare_expect(*block, command, outcome);
            if (only_expect) return;
        }
        const std::string command = run.command == nullptr ? check : run.command->content;
        const Outcome outcome = start(directory, command, run.command == nullptr ? last_line : run.command->first_line);
        for (const Block* block : run.expectations) {
            switch (role(*block)) {
                case Role::standard_output: compare(*block, "standard output", command, outcome.out); break;
                case Role::standard_error: compare(*block, "standard error", command, outcome.err); break;
                case Role::exit_code: compare(*block, "the exit code", command, std::to_string(outcome.exit_code) + "\n"); break;
                case Role::after: compare(*block, "the file", command, file_after(directory, *block)); break;
                case Role::expect: if (run.command != nullptr) compare_expect(*block, command, outcome); break;
                default: break;
            }
        }
        const bool expects = run.command != nullptr && wants(Role::expect);
        if (!wants(Role::standard_output) && !expects) compare_missing("text stdout", command, outcome.out, "", last_line);
        if (!wants(Role::standard_error)) compare_missing("text stderr", command, outcome.err, "", last_line);
        if (!wants(Role::exit_code) && !expects)
            compare_missing("exit", command, std::to_string(outcome.exit_code) + "\n", "0\n", last_line);
        if (run.expectations.empty() && outcome.out.empty() && outcome.err.empty())
            compare_missing("exit", command, std::to_string(outcome.exit_code) + "\n", "nothing is expected\n", last_line);
    }

    Outcome start(const fs::path& directory, const std::string& command, std::size_t line) {
        Process process;
        process.program = options_.program;
        process.directory = directory.string();
        ++report_.runs;
        try {
            std::vector<std::string> words = split_command(command);
            while (!words.empty() && words[0].find('=') != std::string::npos) {
                const std::size_t equals = words[0].find('=');
                process.environment[words[0].substr(0, equals)] = words[0].substr(equals + 1);
                words.erase(words.begin());
            }
            if (!words.empty() && words[0] == "crossfoot") words.erase(words.begin());
            if (words.size() >= 2 && words[words.size() - 2] == "<") {
                process.input = (directory / words.back()).string();
                words.resize(words.size() - 2);
            }
            process.arguments = std::move(words);
            Outcome outcome = run(process);
            if (outcome.timed_out) fail(line, "`" + command + "` did not end");
            return outcome;
        } catch (const std::exception& error) {
            fail(line, error.what());
            return {};
        }
    }

    static std::string file_after(const fs::path& directory, const Block& block) {
        const fs::path path = directory / block.attribute("after").value();
        return fs::exists(path) ? read_file(path) : "(there is no such file)\n";
    }

    void compare_expect(const Block& block, const std::string& command, const Outcome& outcome) {
        try {
            compare(block, "the findings", command, expect_lines(outcome.out, block.words));
        } catch (const std::invalid_argument& error) {
            fail(block.first_line, std::string(error.what()) + "\n" + outcome.out + outcome.err);
        }
    }

    void compare(const Block& block, const std::string& what, const std::string& command, const std::string& actual) {
        std::string expected = block.content;
        if (block.has("no-newline") && !expected.empty()) expected.pop_back();
        if (expected == actual) return;
        fail(block.first_line, what + " of `" + first_line(command) + "` differs\n" + unified_diff(expected, actual));
        std::string info = block.info;
        const bool needs_mark = !actual.empty() && actual.back() != '\n';
        if (needs_mark && !block.has("no-newline")) info += " no-newline";
        if (!needs_mark && block.has("no-newline")) info.erase(info.find(" no-newline"), std::string(" no-newline").size());
        edits_.push_back({block.first_line, block.last_line, fenced(info, actual)});
    }

    // What a case does not mention must be as if it were not there: no output, exit code 0.
    void compare_missing(const std::string& info, const std::string& command, const std::string& actual,
                         const std::string& expected, std::size_t last_line) {
        if (actual == expected) return;
        fail(last_line, "no block ```" + info + " for `" + first_line(command) + "`, which gives\n" + unified_diff(expected, actual));
        std::vector<std::string> lines = fenced(info + (actual.ends_with('\n') ? "" : " no-newline"), actual);
        lines.insert(lines.begin(), "");
        edits_.push_back({last_line + 1, last_line, std::move(lines)});
    }

    static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

    const Document& document_;
    const CaseOptions& options_;
    CaseReport report_;
    std::vector<Edit> edits_;
};

}  // namespace

CaseReport run_case(const Document& document, const CaseOptions& options) { return CaseRun(document, options).finish(); }

std::vector<std::string> test_case_file(const fs::path& file, const CaseOptions& options) {
    const std::string text = read_file(file);
    CaseReport report = run_case(read_document(fs::relative(file, options.project).string(), text), options);
    if (report.failures.empty()) return {};
    if (may_update() && report.updated != text) {
        write_file_text(file, report.updated);
        return {};
    }
    report.failures.emplace_back(std::getenv("CROSSFOOT_UPDATE_GOLDEN") != nullptr
        ? "CROSSFOOT_UPDATE_GOLDEN cannot mend this, or is refused because CI is set"
        : "to accept what the program does now: CROSSFOOT_UPDATE_GOLDEN=1 ctest -R golden, then read the difference");
    return report.failures;
}

bool may_update() { return std::getenv("CROSSFOOT_UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr; }

std::vector<fs::path> case_files(const fs::path& directory) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file_text(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace crossfoot::testing
