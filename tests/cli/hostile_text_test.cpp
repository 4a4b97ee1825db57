// What a dataset, a rule file or a path is called may hold signs that move the cursor, ring, begin lines of their own or
// turn the direction of writing round: no command writes them as they are.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

const std::string kHostile = "h\x1b[2J\u202E\x07\nforged line\u2066x\u0085";
const std::string kNoLineEnd = "h\x1b[2J\u202E\x07\u2066x";
// The same in a TOML basic string.
const std::string kEscaped = R"(h\u001B[2J\u202E\u0007\nforged line\u2066x\u0085)";

// What may not stand in an output: its name and bytes.
const std::vector<std::pair<std::string, std::string>> kSigns = {
    {"ESC", "\x1b"}, {"BEL", "\x07"}, {"U+202E", "\u202E"}, {"U+2066", "\u2066"}, {"U+0085", "\u0085"}, {"a line of its own", "\nforged line"}};

class HostileText : public ::testing::Test {
protected:
    HostileText() : data_("d" + kNoLineEnd), table_("t" + kNoLineEnd + ".csv"), rules_(kNoLineEnd + ".xf") {
        write(data_ + "/report.toml", "[report]\nid = \"" + kEscaped + "\"\ntitle = \"" + kEscaped + "\"\nlanguage = \"en\"\n[units]\n\"u" + kEscaped +
                                          "\" = {}\n[a]\nb = \"13\"\n\"" + kEscaped + "\" = \"12\"\n\"m" + kEscaped + "\" = \"n.d.\"\n\"t" + kEscaped +
                                          "\" = \"1x2 " + kEscaped + "\"\n_about = \"" + kEscaped + "\"\n[[rows]]\nname = \"" + kEscaped +
                                          "\"\nv = \"3\"\n[tables.\"" + kEscaped + "\"]\nsource = \"t" + R"(h\u001B[2J\u202E\u0007\u2066x.csv)" +
                                          "\"\ncolumns = { \"c\\u202E\" = \"count\", \"n\\u2066\" = \"text\" }\n");
        write(data_ + "/" + kNoLineEnd + ".toml", "[z]\nq = \"15\"\n");
        write(data_ + "/" + table_, "c\u202E,n\u2066\n1,a\x1b[31m\x07\n2,\u202E\u2066\n3,\"q\nforged line\"\n");
        write(data_ + "/rules/" + rules_, "group g \"group " + kNoLineEnd + "\" {\nrule one \"title " + kNoLineEnd +
                                              "\": a.b = 14\nrule two: a.b = 13\nrule three \"row {r.name}\" for r in rows: r.v = 5\n}\n");
    }
    void write(const std::string& name, const std::string& bytes) {
        fs::create_directories((directory_.path() / name).parent_path());
        std::ofstream(directory_.path() / name, std::ios::binary) << bytes;
    }
    Outcome run_clean(std::vector<std::string> arguments) {
        Process process;
        process.program = program();
        process.directory = directory_.path().string();
        process.arguments = std::move(arguments);
        Outcome out = run(process);
        for (const auto& [sign, bytes] : kSigns) {
            EXPECT_EQ(out.out.find(bytes), std::string::npos) << shown(process) << " writes " << sign << ":\n" << out.out;
            EXPECT_EQ(out.err.find(bytes), std::string::npos) << shown(process) << " tells " << sign << ":\n" << out.err;
        }
        EXPECT_NE(out.exit_code, 3) << shown(process) << out.err;
        return out;
    }
    static std::string shown(const Process& process) {
        std::string out;
        for (const std::string& each : process.arguments) out += each + " ";
        return out;
    }

    TemporaryDirectory directory_;
    std::string data_, table_, rules_;
};

TEST_F(HostileText, OfNamesIsWrittenByNoCommand) {
    EXPECT_EQ(run_clean({"check", data_, "--rules", data_ + "/rules"}).exit_code, 1);
    const std::vector<std::string> rules = {"--rules", data_ + "/rules"};
    const auto with_rules = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), rules.begin(), rules.end());
        const Outcome out = run_clean(std::move(arguments));
        EXPECT_FALSE(out.out.empty()) << out.err;
        return out;
    };
    for (const char* format : {"text", "markdown", "github", "json", "sarif", "junit", "gitlab"}) with_rules({"check", data_, "--all", "--format", format});
    with_rules({"list", data_});
    with_rules({"list", data_, "--ids"});
    for (const char* rule : {"g/one", "g/two", "g/three"}) with_rules({"explain", data_, rule});
    with_rules({"lint", data_});
    with_rules({"strength", data_});
    with_rules({"waive", data_, "g/three", "--reason", kHostile, "--output", "w" + kNoLineEnd + ".toml"});
    with_rules({"waive", data_ + "/report.toml", "g/one", "--reason", kHostile});
    run_clean({"profile", data_ + "/" + table_});
}

TEST_F(HostileText, OfArgumentsIsToldByNoCommand) {
    for (const char* command : {"check", "list", "lint", "strength", "profile", "explain", "fmt", "help", "completions"}) {
        run_clean({command, kHostile});
        run_clean({command, kHostile + ".toml"});
        run_clean({command, data_, "--" + kHostile});
    }
    run_clean({kHostile});
    run_clean({"--" + kHostile});
    run_clean({"explain", data_, kHostile});
    run_clean({"waive", data_, kHostile, "--reason", "x"});
    for (const char* option : {"--rules", "--allow-path", "--only", "--tags", "--waivers", "--baseline", "--format", "--output", "--lang", "-j",
                               "--fail-on", "--max-findings", "--color"})
        run_clean({"check", data_, option, kHostile});
    run_clean({"check", data_, "--output", "nowhere/" + kHostile});
    for (const char* option : {"--until", "--bind", "--by", "--output"}) run_clean({"waive", data_, "g/one", "--reason", "x", option, kHostile});
}

TEST_F(HostileText, OfRuleFilesIsToldByNoCommand) {
    const std::string broken = "broken" + kHostile + ".xf", ugly = "ugly" + kHostile + ".xf";
    write(broken, "rule \x1b\u202E: = \x07\nuse \"" + kNoLineEnd + ".xf\"\n");
    write(ugly, "rule   x :a=1\n");
    EXPECT_EQ(run_clean({"fmt", broken}).exit_code, 2);
    EXPECT_EQ(run_clean({"fmt", "--check", ugly}).exit_code, 1);
    EXPECT_EQ(run_clean({"check", data_, "--rules", broken}).exit_code, 2);
    write(data_ + "/broken.toml", "\"" + kNoLineEnd + "\" = = 3\n");
    EXPECT_EQ(run_clean({"check", data_}).exit_code, 2);
}

}  // namespace
}  // namespace crossfoot::testing
