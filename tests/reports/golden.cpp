#include "tests/reports/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/diff.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

const std::filesystem::path kGolden = std::filesystem::path(testing::source_directory()) / "tests/reports/golden";

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

}  // namespace

void expect_golden(const std::string& name, std::string_view actual) {
    const std::filesystem::path path = kGolden / name;
    if (is_set("CROSSFOOT_UPDATE_GOLDEN")) {
        ASSERT_FALSE(is_set("CI")) << "golden files are not rewritten where CI is set";
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file.good()) << path << " is missing; CROSSFOOT_UPDATE_GOLDEN=1 writes it";
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(unified_diff(expected.str(), actual), "")
        << path << "; CROSSFOOT_UPDATE_GOLDEN=1 accepts what is written now";
}

}  // namespace crossfoot::testing
