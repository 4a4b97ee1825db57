// Laws of reading tables: what comes out does not depend on the size of the blocks; encodings give what UTF-8 gives; empty
// lines at the end are no rows.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/dataset/table_reading.hpp"
#include "tests/support/workspace.hpp"

namespace crossfoot::testing {
namespace {

using table::Encoding;
using table::Layout;

std::string soup() {
    const auto piece = rc::gen::element<std::string>("a", "1", ",", ",", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\"x\"", "\"y\n\nz\"", "\"", "é", "Source", "a,b\n", "1,2\n",
                                                     "1,2\r\n", "\n\n\n\n");
    std::string out;
    for (const std::string& each : *rc::gen::container<std::vector<std::string>>(piece)) out += each;
    return out;
}

Layout drawn_layout() {
    Layout out;
    out.skip = *rc::gen::element<std::uint64_t>(0, 0, 1, 3);
    out.header = *rc::gen::element<std::uint64_t>(1, 1, 2);
    out.blank = *rc::gen::arbitrary<bool>();
    if (*rc::gen::inRange(0, 3) == 0) out.footer_text = "Source";
    else out.footer_lines = *rc::gen::element<std::uint64_t>(0, 0, 1, 2);
    return out;
}

TEST(TableBlocks, TheSizeOfBlocksChangesNothing) {
    EXPECT_TRUE(rc::check("any text, layout and size of blocks", [] {
        const TemporaryDirectory directory;
        std::vector<std::string> parts;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) parts.push_back(*rc::gen::element<std::string>("", "\xEF\xBB\xBF", "a,b\n", "a,b\n") + soup());
        const Table table = table_of(directory.path(), parts, ',', drawn_layout());
        const ReadAs whole = read_with_blocks(table, 1U << 19U);
        for (const std::size_t size : {1U, 2U, 7U, 31U}) {
            const ReadAs other = read_with_blocks(table, size);
            RC_LOG() << "blocks of " << size;
            RC_ASSERT(other.rows == whole.rows);
            RC_ASSERT(other.problems == whole.problems);
        }
    }));
}

// Rows whose last byte ends a block, and empty lines behind it, as many as there may be.
TEST(TableBlocks, EmptyLinesAtTheEndAreNoRowsWhereverABlockEnds) {
    const TemporaryDirectory directory;
    for (const std::size_t rows : {131'070U, 131'071U, 131'072U})
        for (const std::size_t empty : {0U, 1U, 2U, 600'000U}) {
            std::string text = "a,b\n";
            for (std::size_t i = 0; i < rows; ++i) text += "1,2\n";
            text.append(empty, '\n');
            const ReadAs read = read_with_blocks(table_of(directory.path(), {text}, ',', {}), 512U << 10U);
            EXPECT_EQ(read.rows.size(), rows);
            EXPECT_TRUE(read.problems.empty()) << rows << " rows, " << empty << " empty lines: " << read.problems.front();
        }
}

// The bytes of a text in an encoding; its characters are those that all have.
std::string encoded(const std::string& text, Encoding encoding, bool big) {
    std::string out = encoding == Encoding::utf16 ? big ? "\xFE\xFF" : "\xFF\xFE" : "";
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto code = static_cast<unsigned char>(text[at]);
        if (code >= 0xC0) code = static_cast<unsigned char>((code & 0x03U) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU));
        if (encoding == Encoding::utf16 && big) out += '\0';
        out += static_cast<char>(code);
        if (encoding == Encoding::utf16 && !big) out += '\0';
    }
    return out;
}

TEST(TableBlocks, EveryEncodingGivesWhatUtf8Gives) {
    EXPECT_TRUE(rc::check("the same rows, places and mistakes", [] {
        const TemporaryDirectory directory;
        const std::string text = "a,é\n" + soup();
        Layout layout = drawn_layout();
        const ReadAs plain = read_with_blocks(table_of(directory.path(), {text}, ',', layout), 1U << 19U);
        for (const Encoding encoding : {Encoding::latin1, Encoding::windows1252, Encoding::utf16}) {
            layout.encoding = encoding;
            const Table table = table_of(directory.path(), {encoded(text, encoding, *rc::gen::arbitrary<bool>())}, ',', layout);
            for (const std::size_t size : {5U, 1U << 19U}) RC_ASSERT(read_with_blocks(table, size) == plain);
        }
    }));
}

TEST(TableBlocks, WhatCannotBeDecodedIsToldWithItsPlace) {
    const TemporaryDirectory directory;
    const auto problems = [&](const std::string& bytes, Encoding encoding) {
        Layout layout;
        layout.encoding = encoding;
        return read_with_blocks(table_of(directory.path(), {bytes}, ',', layout), 1U << 19U).problems;
    };
    using Lines = std::vector<std::string>;
    EXPECT_EQ(problems("a,b\n1,\xE9\x81\n", Encoding::windows1252), Lines{"0:2 XF102 4-5 this byte is no character of windows-1252 1,é?"});
    EXPECT_EQ(problems("a,b\n1,\x80\n", Encoding::latin1), Lines{"0:2 XF102 2-3 this byte is no character of latin-1 1,?"});
    EXPECT_EQ(problems("a,b\n1,\x80\n", Encoding::windows1252), Lines{});
    EXPECT_EQ(problems(std::string("a\0,\0b\0\n\0" "1\0,\0\0\xD8\n\0", 16), Encoding::utf16), Lines{"0:2 XF102 2-3 this byte is no character of utf-16 1,?"});
    EXPECT_EQ(problems("a,b\n1,2\n", Encoding::utf16), Lines{"0:1 XF102 0-1 this byte is no character of utf-16 ?\xE2\xB1\xA1\xE0\xA9\xA2\xE2\xB0\xB1\xE0\xA8\xB2"});
    EXPECT_EQ(problems("\xEF\xBB\xBF" "a,b\n", Encoding::latin1).size(), 1U) << "the mark of UTF-8";
}

}  // namespace
}  // namespace crossfoot::testing
