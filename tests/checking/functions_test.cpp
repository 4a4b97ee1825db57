#include <gtest/gtest.h>

#include "engine/checking/binding/functions.hpp"
#include "engine/checking/glob.hpp"

namespace crossfoot {
namespace {

TEST(Functions, TheTableStandsInTheOrderOfItsNumbers) {
    std::size_t place = 0;
    for (const FunctionEntry& each : functions()) {
        EXPECT_EQ(static_cast<std::size_t>(each.function), place++) << each.name;
        EXPECT_EQ(find_function(each.name), &each);
        EXPECT_EQ(&entry(each.function), &each);
        EXPECT_TRUE(each.shape.starts_with(each.name)) << each.shape;
    }
    EXPECT_EQ(find_function("somme"), nullptr);
}

TEST(Glob, AStarStaysWithinOneGroupAndTwoCross) {
    EXPECT_TRUE(glob_matches("agences/*", "agences/total"));
    EXPECT_FALSE(glob_matches("agences/*", "agences/anru/total"));
    EXPECT_TRUE(glob_matches("agences/**", "agences/anru/total"));
    EXPECT_TRUE(glob_matches("**total", "agences/anru/total"));
    EXPECT_TRUE(glob_matches("tota?", "total"));
    EXPECT_FALSE(glob_matches("tota?", "tota"));
    EXPECT_FALSE(glob_matches("total", "totals"));
}

}  // namespace
}  // namespace crossfoot
