// Little memory and a small stack: the program ends with its exit code and a sentence, whatever the system gives it.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/places.hpp"
#include "tests/support/process.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;   // its shadow takes terabytes of addresses
#else
constexpr bool kSanitized = false;
#endif

class Limits : public ::testing::Test {
protected:
    void write(const std::string& name, const std::string& bytes) { std::ofstream(directory_.path() / name, std::ios::binary) << bytes; }
    // With what `ulimit` is given before.
    Outcome run_limited(const std::string& limit, const std::string& arguments) {
        Process process;
        process.program = "/bin/sh";
        process.directory = directory_.path().string();
        process.arguments = {"-c", "ulimit " + limit + " && exec '" + program() + "' " + arguments};
        return run(process);
    }
    TemporaryDirectory directory_;
};

TEST_F(Limits, OfMemoryEndTheRunWithASentence) {
    if (kSanitized) GTEST_SKIP() << "the sanitizer needs more addresses than are limited to";
    std::string rows = "name,n\n";
    for (int i = 0; i < 150'000; ++i) rows += "a name of row number " + std::to_string(i) + "," + std::to_string(i % 977) + "\n";
    write("t.csv", rows);
    write("report.toml", "[report]\nid = \"t\"\nlanguage = \"en\"\n[tables.t]\nsource = \"t.csv\"\ncolumns = { name = \"text\", n = \"count\" }\n");
    write("a.xf", "rule whole: sum(x in tables.t: x.n * x.n) > 0\nrule one: unique(tables.t[*].name)\nrule r for r in tables.t: r.n < 900\n");
    int too_little = 0, enough = 0;
    for (int mebibytes = 60; mebibytes <= 1'500; mebibytes += mebibytes / 2) {
        const Outcome out = run_limited("-v " + std::to_string(mebibytes * 1024), "check . --rules a.xf -j 3 --all --format json=out.json");
        if (out.exit_code == 127 || out.err.find("error while loading") != std::string::npos) continue;   // not even the program fits
        if (out.exit_code == 2) {
            ++too_little;
            EXPECT_NE(out.err.find("the memory does not suffice for this run"), std::string::npos) << mebibytes << out.err;
        } else {
            ++enough;
            EXPECT_EQ(out.exit_code, 1) << mebibytes << out.err;
        }
    }
    EXPECT_GT(too_little, 0);
    EXPECT_GT(enough, 0);
}

TEST_F(Limits, OfTheStackAreNoCrash) {
    const auto nested = [](std::size_t depth, const std::string& open, const std::string& middle, const std::string& close) {
        std::string out;
        for (std::size_t i = 0; i < depth; ++i) out += open;
        out += middle;
        for (std::size_t i = 0; i < depth; ++i) out += close;
        return out;
    };
    const std::string head = "[report]\nid = \"t\"\nlanguage = \"en\"\n";
    for (const std::size_t depth : {10U, 60U, 190U, 400U, 5'000U, 200'000U}) {
        write("report.toml", "n = \"12\"\nd = " + nested(depth, "[", "1", "]") + "\n" + head);
        write("inline.toml", "n = \"12\"\nd = " + nested(depth, "{ a = ", "1", " }") + "\n" + head);
        write("a.xf", "rule a: " + nested(depth, "(", "n", ")") + " = 12\n");
        write("not.xf", "rule a: " + nested(depth, "not (", "n = 3", ")") + "\n");
        std::string sum = "rule a: n = 12";
        for (std::size_t i = 0; i < depth; ++i) sum += " + 0";
        write("sum.xf", sum + "\n");
        write("b.json", "{\"format\": 1, \"findings\": " + nested(depth, "[", "1", "]") + "}");
        for (const char* stack : {"-s 128", "-s 256", "-s 1024", "-s unlimited"}) {
            for (const char* arguments :
                 {"check report.toml --rules a.xf", "check inline.toml --rules not.xf", "check report.toml --rules sum.xf", "list report.toml --rules sum.xf",
                  "check report.toml --rules sum.xf --baseline b.json", "strength report.toml --rules a.xf -j 2", "fmt --check a.xf not.xf sum.xf",
                  "explain inline.toml a --rules a.xf", "lint report.toml --rules sum.xf"}) {
                if (kSanitized && std::string_view(stack) != "-s unlimited") continue;   // it takes more of the stack
                const Outcome out = run_limited(stack, arguments);
                EXPECT_LE(out.exit_code, 2) << "ulimit " << stack << ", " << depth << " deep: " << arguments << "\n" << out.err.substr(0, 500);
            }
        }
    }
}

}  // namespace
}  // namespace crossfoot::testing
