// Collecting what is wrong: order, the same one twice, the limit.
#include "engine/text/diagnostic.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace crossfoot {
namespace {

inline constexpr Template kWrong{"wrong {0}", "faux {0}"};

std::vector<std::string> headlines(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const auto& each : diagnostics.all()) out.push_back(each.headline.in(Language::en));
    return out;
}

TEST(Diagnostics, KeepsWhatIsAdded) {
    Diagnostics diagnostics;
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_FALSE(diagnostics.has_errors());
    diagnostics.add(Code::XF301, {0, 1, 2}, Message(kWrong, "a"))
        .label({0, 3, 4}, Message(kWrong, "b"))
        .suggest(Message(kWrong, "c"));
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_TRUE(diagnostics.has_errors());
    const Diagnostic& first = diagnostics.all().front();
    EXPECT_EQ(first.labels.at(0).span, (Span{0, 3, 4}));
    EXPECT_EQ(first.help.at(0).in(Language::fr), "faux c");
}

TEST(Diagnostics, SortsByFilePlaceAndCode) {
    SourceMap sources;
    const FileId b = sources.add("b.xf", "0123456789");
    const FileId a = sources.add("a.xf", "0123456789");
    Diagnostics diagnostics;
    diagnostics.add(Code::XF401, {b, 0, 1}, Message(kWrong, "b0"));
    diagnostics.add(Code::XF301, {a, 5, 6}, Message(kWrong, "a5"));
    diagnostics.add(Code::XF402, {a, 2, 3}, Message(kWrong, "a2 second code"));
    diagnostics.add(Code::XF401, {a, 2, 3}, Message(kWrong, "a2"));
    diagnostics.add(Code::XF401, {a, 2, 3}, Message(kWrong, "a2"));
    Diagnostic missing{Code::XF206, Message(kWrong, "no file"), {}, {}, "aa.xf", {}, {}};
    diagnostics.add(missing);
    diagnostics.sort(sources);
    EXPECT_EQ(headlines(diagnostics), (std::vector<std::string>{"wrong a2", "wrong a2 second code", "wrong a5",
                                                               "wrong no file", "wrong b0"}));
}

TEST(Diagnostics, DoesNotDependOnTheOrderOfAdding) {
    EXPECT_TRUE(rc::check("sorted alike", [] {
        SourceMap sources;
        sources.add("one", "0123456789");
        sources.add("two", "0123456789");
        const auto items = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 2), rc::gen::inRange(0, 4)));
        Diagnostics forward, backward;
        const auto put = [](Diagnostics& into, const std::pair<int, int>& item) {
            const auto begin = static_cast<std::uint32_t>(item.second);
            into.add(Code::XF301, {static_cast<FileId>(item.first), begin, begin + 1}, Message(kWrong, item.second));
        };
        for (auto it = items.begin(); it != items.end(); ++it) put(forward, *it);
        for (auto it = items.rbegin(); it != items.rend(); ++it) put(backward, *it);
        forward.sort(sources);
        backward.sort(sources);
        RC_ASSERT(headlines(forward) == headlines(backward));
    }));
}

TEST(Diagnostics, CountsWhatItLeavesOut) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < Diagnostics::kMost + 5; ++i) diagnostics.add(Code::XF301, {}, Message(kWrong, i));
    EXPECT_EQ(diagnostics.all().size(), Diagnostics::kMost);
    EXPECT_EQ(diagnostics.left_out(), 5U);
    Diagnostics more;
    for (std::size_t i = 0; i < Diagnostics::kMost + 2; ++i) more.add(Code::XF302, {}, Message(kWrong, i));
    diagnostics.append(std::move(more));
    EXPECT_EQ(diagnostics.all().size(), Diagnostics::kMost);
    EXPECT_EQ(diagnostics.left_out(), 5U + Diagnostics::kMost + 2U);
}

}  // namespace
}  // namespace crossfoot
