// How printed forms are found in a text; on texts of its own, so that it runs everywhere.
#include "tests/report/draft_text.hpp"

#include <gtest/gtest.h>

namespace crossfoot::testing {
namespace {

TEST(DraftText, AFormMayCrossALineEnd) {
    const DraftText text("violences (2 227 faits, contre    2 \n370 faits en 2012)\nloin\n");
    EXPECT_EQ(text.count("2 370", 1, 2), 1U);
    EXPECT_EQ(text.count("2 370", 1, 1), 0U);
    EXPECT_EQ(text.count("2\u202F370", 1, 3), 1U);
    EXPECT_EQ(text.line_count(), 3U);
    EXPECT_EQ(text.lines(3, 3), "loin ");
}

TEST(DraftText, OnlyWholeTokensCount) {
    const DraftText text("14 % et 2014, 3,14 puis 14,5 et 14.");
    EXPECT_EQ(text.count("14", 1, 1), 2U);
    EXPECT_EQ(text.count("14 %", 1, 1), 1U);
    EXPECT_EQ(text.count("3,1", 1, 1), 0U);
}

TEST(DraftText, WordsAreFoundWithAnyCapitalsAndAccents) {
    const DraftText text("Trois priorités ; l’État à trois voix ; étroit");
    EXPECT_EQ(text.count("trois", 1, 1), 2U);
    EXPECT_EQ(text.count("état", 1, 1), 1U);
}

TEST(DraftText, CellsOfATableAreNotOneNumber) {
    const DraftText cells("Stupéfiants 806 952 + 18,11 %");
    EXPECT_EQ(cells.count("806", 1, 1), 1U);
    EXPECT_EQ(cells.count("952", 1, 1), 1U);
    const DraftText both("les 15 443 contrats, dont 443 ici");
    EXPECT_EQ(both.count("443", 1, 1), 1U);
    EXPECT_EQ(both.count("15 443", 1, 1), 1U);
}

TEST(DraftText, NothingIsFoundTwiceForNothing) {
    EXPECT_EQ(DraftText("").count("1", 1, 1), 0U);
    EXPECT_EQ(DraftText("1").count("", 1, 1), 0U);
}

}  // namespace
}  // namespace crossfoot::testing
