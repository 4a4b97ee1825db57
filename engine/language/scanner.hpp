// The scanner's state; scan.cpp reads words, texts and operators, scan_number.cpp numbers, quantities and dates.
#pragma once

#include "engine/language/scan.hpp"

namespace crossfoot::syntax {

// A number may be this long with its zeros; a longer one is reported, and not computed.
inline constexpr std::size_t kMostCharacters = 200;

class Scanner {
public:
    Scanner(std::string_view text, const Places& places, Diagnostics& diagnostics)
        : places_(places), diagnostics_(diagnostics), text_(text) {}
    [[nodiscard]] Tokens run();

private:
    // What the token before asks of the next one.
    enum class Mode : std::uint8_t { plain, id, tags };

    void skip_trivia();
    void next();
    void word();
    void id();
    void text();
    [[nodiscard]] bool escape(std::uint32_t backslash);
    void regex();
    void punctuation();
    void number(std::uint32_t begin);
    void key_number();
    [[nodiscard]] bool date();
    [[nodiscard]] std::uint32_t unit_end(std::uint32_t offset) const;
    void check_number(const NumberParts& parts, bool malformed);
    // Past a qualifier that a number follows ("more than"); `begin` itself where there is none.
    [[nodiscard]] std::uint32_t qualifier_end(std::uint32_t begin) const;
    void push(Kind kind, std::uint32_t begin, std::uint32_t end, std::uint32_t detail = 0, std::uint8_t flags = 0);
    [[nodiscard]] char peek(std::uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
    [[nodiscard]] bool after_dot() const { return !out_.all.empty() && out_.all.back().kind == Kind::dot; }
    [[nodiscard]] bool after_operand() const;
    [[nodiscard]] bool declaration_begins() const;
    [[nodiscard]] bool after_keyword(Kind kind) const;

    const Places& places_;
    Diagnostics& diagnostics_;
    std::string_view text_;
    Tokens out_;
    std::uint32_t at_ = 0;
    bool line_begins_ = true;
    Mode mode_ = Mode::plain;
};

}  // namespace crossfoot::syntax
