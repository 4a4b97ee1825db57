// The documents of the codes as `explain` shows them.
#include "engine/cli/code_texts.hpp"

#include <gtest/gtest.h>

namespace crossfoot::cli {
namespace {

constexpr std::string_view kDocument = R"(# XF999: a thing is wrong

What it means, in one
paragraph.

## Example

```toml file=report.toml
a = "1"

b = "2"
```

```cmd
check . --all
```

## Corrected

```toml file=report.toml
a = "2"
```

## Français

**une chose ne va pas**

Ce que cela veut dire.
)";

std::string laid_out(Language language, unsigned width = 0) {
    reports::Page page;
    page.language = language;
    page.width = width;
    return lay_out_document(kDocument, page);
}

constexpr std::string_view kEnglishExamples = R"(Example

  report.toml
    a = "1"

    b = "2"

    crossfoot check . --all

Corrected

  report.toml
    a = "2"
)";

TEST(CodeTexts, English) {
    EXPECT_EQ(laid_out(Language::en), "What it means, in one paragraph.\n\n" + std::string(kEnglishExamples));
}

TEST(CodeTexts, FrenchWithTheSameExamples) {
    std::string examples(kEnglishExamples);
    examples.replace(examples.find("Example"), 7, "Exemple");
    examples.replace(examples.find("Corrected"), 9, "Corrigé");
    EXPECT_EQ(laid_out(Language::fr), "Ce que cela veut dire.\n\n" + examples);
}

TEST(CodeTexts, ParagraphsFitTheTerminal) {
    EXPECT_TRUE(laid_out(Language::en, 20).starts_with("What it means, in\none paragraph.\n"));
}

TEST(CodeTexts, EveryCodeWithADocumentIsBuiltIn) {
    std::size_t documents = 0;
    for (const CodeEntry& each : code_catalogue()) {
        const std::string_view document = code_document(each.code);
        if (document.empty()) continue;
        ++documents;
        EXPECT_TRUE(document.starts_with("# " + std::string(each.name))) << each.name;
        for (const Language language : {Language::en, Language::fr}) {
            reports::Page page;
            page.language = language;
            EXPECT_FALSE(lay_out_document(document, page).empty()) << each.name;
        }
    }
    EXPECT_GT(documents, 0U);
}

}  // namespace
}  // namespace crossfoot::cli
