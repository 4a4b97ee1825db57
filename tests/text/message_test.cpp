// Templates in two languages and the messages made of them.
#include "engine/text/message.hpp"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

inline constexpr Template kPlain{"nothing to check", "rien à vérifier"};
inline constexpr Template kSwapped{"{0} of {1}", "{1}, dont {0}"};
inline constexpr Template kBraces{"`{{{0}}}`", "« {{{0}}} »"};
inline constexpr Template kTwice{"{0} and {0}", "{0} et {0}"};

// The checks of Template are ordinary functions of the compiler; here they run as such.
static_assert(Template::placeholders("{0} {2}") == 0b101U);
static_assert(Template::placeholders("{{0}} {1}") == 0b10U);
static_assert(Template::placeholders("") == 0U);

TEST(Template, RefusesMalformedPlaceholders) {
    EXPECT_ANY_THROW(Template::placeholders("{"));
    EXPECT_ANY_THROW(Template::placeholders("{}"));
    EXPECT_ANY_THROW(Template::placeholders("{a}"));
    EXPECT_ANY_THROW(Template::placeholders("{10}"));
    EXPECT_ANY_THROW(Template::placeholders("0}"));
}

TEST(Message, SpeaksBothLanguages) {
    EXPECT_EQ(Message(kPlain).in(Language::en), "nothing to check");
    EXPECT_EQ(Message(kPlain).in(Language::fr), "rien à vérifier");
    EXPECT_EQ(Message(kSwapped, 3, "12").in(Language::en), "3 of 12");
    EXPECT_EQ(Message(kSwapped, 3, "12").in(Language::fr), "12, dont 3");
}

TEST(Message, PrintsBracesAndRepeats) {
    EXPECT_EQ(Message(kBraces, "a.b").in(Language::en), "`{a.b}`");
    EXPECT_EQ(Message(kTwice, std::string_view("x")).in(Language::fr), "x et x");
    EXPECT_EQ(Message(kTwice, "{1}").in(Language::en), "{1} and {1}") << "an argument is not a template";
}

TEST(Message, RendersMessagesInside) {
    const Message inner(kPlain);
    EXPECT_EQ(Message(kTwice, inner).in(Language::fr), "rien à vérifier et rien à vérifier");
    EXPECT_EQ(Message(kTwice, Message(kSwapped, inner, 2)).in(Language::en),
              "nothing to check of 2 and nothing to check of 2");
}

TEST(Message, MayBeEmptyOrVerbatim) {
    EXPECT_TRUE(Message().empty());
    EXPECT_EQ(Message().in(Language::en), "");
    const Message verbatim = Message::verbatim("a {0} b");
    EXPECT_FALSE(verbatim.empty());
    EXPECT_EQ(verbatim.in(Language::fr), "a {0} b");
    EXPECT_EQ(verbatim, Message::verbatim("a {0} b"));
}

TEST(Language, HasItsTwoNames) {
    EXPECT_EQ(language_from("fr"), Language::fr);
    EXPECT_EQ(language_from("en"), Language::en);
    EXPECT_EQ(language_from("FR"), std::nullopt);
    EXPECT_EQ(to_string(Language::fr), "fr");
    EXPECT_EQ(to_string(Language::en), "en");
}

}  // namespace
}  // namespace crossfoot
