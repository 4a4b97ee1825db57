// Diagnostics as they are read on standard error.
#include "reports/diagnostics.hpp"

#include <gtest/gtest.h>

#include "tests/reports/golden.hpp"
#include "tests/reports/report_fixture.hpp"

namespace crossfoot::testing {
namespace {

constexpr Template kHeadline{"`{0}` leads nowhere", "`{0}` ne mène nulle part"};
constexpr Template kHere{"no such key", "cette clé n'existe pas"};
constexpr Template kTable{"the table", "la table"};
constexpr Template kDefinition{"defined here", "définie ici"};
constexpr Template kHelp{"the nearest key is `{0}`", "la clé la plus proche est `{0}`"};

class Rendering : public ::testing::Test {
protected:
    FileId add(const std::string& name, const std::string& text) { return sources_.add(name, text); }
    [[nodiscard]] Span span(FileId file, std::string_view text) const {
        const std::size_t at = sources_.file(file).text().find(text);
        EXPECT_NE(at, std::string_view::npos) << text;
        return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
    }
    // Every diagnostic in English and in French.
    [[nodiscard]] std::string both() const {
        return reports::render(diagnostics_, sources_, plain_page(Language::en)) + "\n" +
               reports::render(diagnostics_, sources_, plain_page(Language::fr));
    }
    SourceMap sources_;
    Diagnostics diagnostics_;
};

TEST_F(Rendering, NothingForNothing) {
    EXPECT_EQ(reports::render(diagnostics_, sources_, plain_page(Language::en)), "");
}

TEST_F(Rendering, PlacesLabelsAndHelp) {
    const FileId rules =
        add("rules/agences.xf", "group g in agences {\n\n\n\n  rule a: sum(agences.anrv.*) = 3\n  rule b: 1\n}\n");
    const FileId data = add("agences.toml", "# agences\n[agences]\nanru = \"3\"\n");
    Diagnostic wrong{Code::XF303, Message(kHeadline, "agences.anrv"), span(rules, "anrv"), Message(kHere), {}, {}, {}};
    wrong.label(span(rules, "in agences"), Message(kTable)).label(span(data, "[agences]"), Message(kDefinition));
    wrong.suggest(Message(kHelp, "anru"));
    diagnostics_.add(wrong);
    Diagnostic near{Code::XF306, Message(kHeadline, "b"), span(rules, "rule b"), {}, {}, {}, {}};
    near.label(span(rules, "sum(agences.anrv.*) = 3"), Message(kDefinition)).label(span(rules, "group"), {});
    diagnostics_.add(near);
    expect_golden("diagnostics_places.txt", both());
}

TEST_F(Rendering, FilesWithoutAPlace) {
    Diagnostic missing{Code::XF101, Message(kHeadline, "data/x"), {}, {}, "data/x", {}, {}};
    diagnostics_.add(missing.suggest(Message(kHelp, "y")));
    diagnostics_.add(Code::XF601, {}, Message(kHeadline, "z"));
    expect_golden("diagnostics_files.txt", both());
}

TEST_F(Rendering, LinesThatAreHardToShow) {
    const FileId file = add("a.toml", "\tx = \"表\\u001b\x1b[31m\" # fin\nlast");
    diagnostics_.add(Code::XF109, span(file, "\"表\\u001b\x1b[31m\""), Message(kHeadline, "a\x1b[31m"));
    diagnostics_.add(Code::XF103, {file, 27, 27}, Message(kHeadline, "fin"));
    const FileId lines = add("b.toml", "a = [\n  \"1\",\n\n  \"2\",\n  \"3\",\n  \"4\",\n  \"5\",\n]\n");
    diagnostics_.add(Code::XF107, span(lines, "[\n  \"1\",\n\n  \"2\",\n  \"3\",\n  \"4\",\n  \"5\",\n]"),
                     Message(kHeadline, "[…]"));
    const FileId wide = add("c.toml", "a = \"" + std::string(150, 'a') + "\"; b = [" + std::string(300, '[') + "\n");
    diagnostics_.add(Code::XF204, {wide, 400, 410}, Message(kHeadline, "[[["));
    expect_golden("diagnostics_hard_lines.txt", both());
}

TEST_F(Rendering, WhatIsLeftOutIsCounted) {
    for (int i = 0; i < 203; ++i) diagnostics_.add({Code::XF101, Message(kHeadline, i), {}, {}, {}, {}, {}});
    const std::string english = reports::render(diagnostics_, sources_, plain_page(Language::en));
    EXPECT_TRUE(english.ends_with("\n203 errors, 3 of them not shown\n")) << english.substr(english.size() - 60);
    const std::string french = reports::render(diagnostics_, sources_, plain_page(Language::fr));
    EXPECT_TRUE(french.ends_with("\n203 erreurs, dont 3 non affichées\n"));
}

TEST_F(Rendering, HelpIsWrappedOnATerminal) {
    reports::Page page = plain_page(Language::en);
    page.width = 50;
    page.color = true;
    const Message help(kHelp, "one two three four five six seven eight nine ten");
    expect_golden("diagnostics_wrapped.txt", reports::render_plain(Message(kHeadline, "--x"), {help}, page));
}

}  // namespace
}  // namespace crossfoot::testing
