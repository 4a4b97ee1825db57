// Operators and words of other languages, with what they are here: for help, never for reading.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace crossfoot::syntax {

struct Foreign {
    std::string_view written;
    std::string_view ours;   // empty: nothing stands for it here
};

// Longer spellings first.
inline constexpr std::array<Foreign, 27> kForeignOperators = {{
    {"===", "="}, {"!==", "!="}, {"==", "="}, {"<>", "!="}, {"=<", "<="}, {"=>", ">="}, {":=", "="}, {"=~", "matches"},
    {"&&", "and"}, {"||", "or"}, {"**", ""}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"≈", "="}, {"×", "*"}, {"÷", "/"},
    {"−", "-"}, {"–", "-"}, {"…", ".."}, {"!", "not"}, {"&", "and"}, {"|", "or"}, {"'", "\""}, {"«", "\""}, {"»", "\""},
    {"“", "\""},
}};

inline constexpr std::array<Foreign, 30> kForeignWords = {{
    {"si", "if"}, {"alors", "then"}, {"et", "and"}, {"ou", "or"}, {"non", "not"}, {"pour", "for"}, {"dans", "in"},
    {"où", "where"}, {"soit", "let"}, {"règle", "rule"}, {"regle", "rule"}, {"groupe", "group"}, {"définir", "define"},
    {"definir", "define"}, {"utiliser", "use"}, {"sauf", "except"}, {"vrai", "true"}, {"faux", "false"},
    {"gravité", "severity"}, {"étiquettes", "tags"}, {"import", "use"}, {"include", "use"}, {"def", "define"},
    {"foreach", "for"}, {"forall", "for"}, {"exists", "some"}, {"each", "for"}, {"AND", "and"}, {"OR", "or"}, {"NOT", "not"},
}};

// The row of kForeignOperators that begins `rest`, or its size.
[[nodiscard]] constexpr std::uint32_t foreign_operator(std::string_view rest) {
    for (std::uint32_t row = 0; row < kForeignOperators.size(); ++row)
        if (rest.substr(0, kForeignOperators[row].written.size()) == kForeignOperators[row].written) return row;
    return static_cast<std::uint32_t>(kForeignOperators.size());
}

}  // namespace crossfoot::syntax
