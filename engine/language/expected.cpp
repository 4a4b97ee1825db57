#include "engine/language/expected.hpp"

#include <algorithm>
#include <array>

#include "engine/language/expectations.hpp"
#include "engine/language/foreign.hpp"
#include "engine/language/messages.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot::syntax {

namespace {

constexpr std::size_t kMostShown = 40;   // characters of a found token in a message

const Expectation& expectation(std::string_view name) {
    for (const Expectation& row : kExpectations)
        if (row.name == name) return row;
    return kExpectations.front();
}

std::string shortened(std::string_view text) {
    std::string out;
    std::size_t characters = 0;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && characters++ == kMostShown) return out + "…";
        out.push_back(c);
    }
    return out;
}

bool begins_operand(Kind kind) {
    switch (kind) {
        case Kind::word: case Kind::number: case Kind::string: case Kind::date: case Kind::kw_true: case Kind::kw_false:
        case Kind::open_paren: case Kind::open_bracket: case Kind::open_brace: case Kind::minus: return true;
        default: return false;
    }
}

class Report {
public:
    Report(const Failure& failure, const Tokens& tokens, const Places& places, Diagnostics& diagnostics, Within within)
        : expected_(expectation(failure.expected)), found_(*failure.where),
          next_(&found_ == &tokens.all.back() ? found_ : *(failure.where + 1)),
          before_(failure.where == tokens.all.data() ? nullptr : failure.where - 1), tokens_(tokens), places_(places),
          diagnostics_(diagnostics), within_(within), written_(tokens.text_of(found_)) {}

    void add() {
        if (is_keyword(found_.kind) && taken_for_a_name()) return add_reserved();
        // What is missing at the end of a line is shown there, not under the first word of the next.
        const bool apart = found_.kind == Kind::end || found_.is(flag::first_on_line);
        const bool later = before_ != nullptr && apart && expected_.wants != Wants::declaration;
        const Span span = later ? places_.span(before_->end, before_->end) : places_.span(found_.begin, found_.end);
        Diagnostic& diagnostic =
            diagnostics_.add(Code::XF201, span, Message(messages::expected, Message(expected_.text), found()));
        if (later) diagnostic.at = Message(messages::expected_at, Message(expected_.text));
        add_help(diagnostic);
    }

private:
    // A reserved word where only a name makes sense of what stands around it.
    [[nodiscard]] bool taken_for_a_name() const {
        if (expected_.wants == Wants::name) return !found_.is(flag::declares);
        if (expected_.wants != Wants::operand || found_.is(flag::declares)) return false;
        if (found_.kind == Kind::kw_not || found_.kind == Kind::kw_if || found_.kind == Kind::kw_some) return false;
        return !begins_operand(next_.kind) || next_.kind == Kind::minus || next_.kind == Kind::open_bracket;
    }

    void add_reserved() {
        Diagnostic& diagnostic =
            diagnostics_.add(Code::XF208, places_.span(found_.begin, found_.end), Message(messages::reserved, written_));
        if (expected_.wants == Wants::operand) diagnostic.suggest(Message(messages::reserved_key, written_));
        else diagnostic.suggest(Message(messages::reserved_choose));
    }

    [[nodiscard]] Message found() const {
        switch (found_.kind) {
            case Kind::end: return Message(within_ == Within::hole ? messages::found_end_of_hole : messages::found_end);
            case Kind::string: return Message(messages::found_text, shortened(written_));
            case Kind::number: return Message(messages::found_number, shortened(written_));
            case Kind::date: return Message(messages::found_date, written_);
            default: return Message(messages::code, shortened(written_));
        }
    }

    void add_help(Diagnostic& diagnostic) const {
        if (found_.kind == Kind::foreign) {
            const std::string_view ours = kForeignOperators[found_.detail].ours;
            if (ours == "\"") diagnostic.suggest(Message(messages::quotes));
            else if (!ours.empty()) diagnostic.suggest(Message(messages::foreign_operator, ours));
            return;
        }
        if (found_.kind == Kind::word && add_word_help(diagnostic)) return;
        // `si x = y`: the word has been taken for a name, what follows it is out of place.
        if (expected_.wants == Wants::continuation && before_ != nullptr && before_->kind == Kind::word &&
            add_foreign_word(diagnostic, tokens_.text_of(*before_)))
            return;
        const bool continues = expected_.wants == Wants::continuation;
        if (found_.kind == Kind::kw_within && continues) diagnostic.suggest(Message(messages::within_needs_relation));
        if (found_.kind == Kind::semicolon && continues) diagnostic.suggest(Message(messages::no_semicolon));
        if (found_.kind == Kind::minus && before_ != nullptr && before_->kind == Kind::minus)
            diagnostic.suggest(Message(messages::one_minus));
        const bool form = found_.kind == Kind::kw_if || found_.kind == Kind::kw_some || found_.kind == Kind::kw_not;
        if (expected_.wants == Wants::operand && form) diagnostic.suggest(Message(messages::needs_parentheses, written_));
        if (found_.kind == Kind::kw_use && within_ == Within::group) diagnostic.suggest(Message(messages::use_at_top));
        if (found_.kind == Kind::number && before_ != nullptr && before_->is(flag::integer) && found_.end - found_.begin >= 3)
            diagnostic.suggest(Message(messages::group_digits, grouped()));
    }

    // `1 000` → `1_000`.
    [[nodiscard]] std::string grouped() const {
        return std::string(tokens_.text_of(*before_)) + "_" + std::string(written_);
    }

    static bool add_foreign_word(Diagnostic& diagnostic, std::string_view written) {
        const auto row = std::find_if(kForeignWords.begin(), kForeignWords.end(),
                                      [&](const Foreign& word) { return word.written == written; });
        if (row == kForeignWords.end()) return false;
        diagnostic.suggest(Message(messages::foreign_word, row->ours));
        return true;
    }

    bool add_word_help(Diagnostic& diagnostic) const {
        if (add_foreign_word(diagnostic, written_)) return true;
        const std::vector<std::string_view> candidates(expected_.keywords.begin(), expected_.keywords.end());
        for (const std::string& word : nearest(written_, candidates, 1)) diagnostic.suggest(Message(messages::nearest, word));
        return !diagnostic.help.empty();
    }

    const Expectation& expected_;
    const Token& found_;
    const Token& next_;
    const Token* before_;
    const Tokens& tokens_;
    const Places& places_;
    Diagnostics& diagnostics_;
    Within within_;
    std::string_view written_;
};

}  // namespace

void report(const Failure& failure, const Tokens& tokens, const Places& places, Diagnostics& diagnostics, Within within) {
    if (failure.where->kind == Kind::broken) return;
    Report(failure, tokens, places, diagnostics, within).add();
}

}  // namespace crossfoot::syntax
