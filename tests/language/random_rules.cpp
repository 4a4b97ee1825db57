#include "tests/language/random_rules.hpp"

#include <array>
#include <initializer_list>
#include <string_view>

#include "engine/language/print.hpp"

namespace crossfoot::testing {

namespace {

using ast::ExprPtr;
using Texts = std::initializer_list<std::string_view>;

class Grower {
public:
    explicit Grower(const Tape& tape) : tape_(tape) {}

    ast::File file() {
        ast::File out;
        const std::size_t count = pick(5);
        for (std::size_t i = 0; i < count; ++i) {
            if (pick(6) == 5) out.declarations.emplace_back(ast::Use{{text(), {}}, {}});
            else out.declarations.push_back(declaration(2));
        }
        return out;
    }

    ast::Declaration declaration(unsigned groups) {
        switch (pick(groups > 0 ? 4 : 3)) {
            case 2: return define();
            case 3: return group(groups - 1);
            default: return rule();
        }
    }

    ExprPtr expression(unsigned depth) {
        if (depth > 0) {
            const std::size_t form = pick(8);
            if (form == 6) return make(ast::If{expression(depth - 1), expression(depth - 1)});
            if (form == 7) return make(ast::Some{word(), std::make_unique<ast::Domain>(domain(depth - 1)), expression(depth - 1)});
        }
        return connective(depth, ast::Logic::disjunction);
    }

private:
    // A number below `below`; 0 where the tape has ended.
    std::size_t pick(std::size_t below) { return next_ < tape_.size() ? tape_[next_++] % below : 0; }
    std::string choose(Texts from) { return std::string(*(from.begin() + pick(from.size()))); }

    template <class Node>
    static ExprPtr make(Node node) {
        auto out = std::make_unique<ast::Expr>();
        out->node = std::move(node);
        return out;
    }

    // --- words ---
    std::string name() {
        return choose({"a", "total", "été", "_b", "données_2", "日本語", "about", "up", "at", "x1", "error", "Σ", "e\u0301te"});
    }
    ast::Word word() { return {name(), {}}; }
    ast::Word id() { return {choose({"r", "anru-citee-deux-fois", "a1", "été-2", "rule", "in", "use", "x-", "group", "for"}), {}}; }
    std::string text() {
        return choose({"", "x", "L'État", "a \"b\" \\ c", "tab\tline\nend\r\b\f", "{brace} {{", "# no comment", "\x01\x7F", "日本", "/"});
    }
    ast::Key key() {
        switch (pick(4)) {
            case 1: return {choose({"2013", "0", "007"}), false, {}};
            case 2: return {choose({"rule", "then", "in", "and", "use", "matches", "true"}), false, {}};
            case 3: return {text(), true, {}};
            default: return {name(), false, {}};
        }
    }
    std::vector<ast::Key> keys() {
        std::vector<ast::Key> out;
        for (std::size_t n = 1 + pick(3); n > 0; --n) out.push_back(key());
        return out;
    }

    // --- expressions, by the levels of the grammar ---
    ExprPtr connective(unsigned depth, ast::Logic op) {
        const bool alternatives = op == ast::Logic::disjunction;
        const auto part = [&] { return alternatives ? connective(depth, ast::Logic::conjunction) : inversion(depth); };
        ExprPtr first = part();
        const std::size_t more = depth > 0 ? std::array<std::size_t, 5>{0, 0, 0, 1, 2}[pick(5)] : 0;
        if (more == 0) return first;
        ast::Connective out{op, {}};
        out.operands.push_back(std::move(first));
        for (std::size_t i = 0; i < more; ++i) out.operands.push_back(part());
        return make(std::move(out));
    }

    ExprPtr inversion(unsigned depth) {
        if (depth > 0 && pick(6) == 5) return make(ast::Not{inversion(depth - 1)});
        return relation(depth);
    }

    ExprPtr relation(unsigned depth) {
        switch (depth > 0 ? pick(6) : 0) {
            case 1: case 2: {
                ast::Relation out;
                const auto op = static_cast<ast::Comparison>(pick(6));
                out.sides.push_back(sum(depth - 1));
                out.sides.push_back(sum(depth - 1));
                out.comparisons.push_back(op);
                if (op == ast::Comparison::not_equal) return make(std::move(out));
                if (pick(4) == 3) {
                    out.comparisons.push_back(ast::Comparison::less_equal);
                    out.sides.push_back(sum(depth - 1));
                }
                if (pick(4) == 3) out.within = sum(depth - 1);
                return make(std::move(out));
            }
            case 3: return make(ast::Membership{sum(depth - 1), domain(depth - 1)});
            case 4:
                return make(ast::Matches{sum(depth - 1), choose({"a", "", "62[0-9]{3}", "a/b", "\\\\", "\\d+/\\.", "é\"'"}), {}});
            default: return sum(depth);
        }
    }

    ast::Domain domain(unsigned depth) {
        ast::Domain out;
        out.low = sum(depth);
        out.range = pick(2) == 1;
        if (out.range && pick(2) == 1) out.high = sum(depth);
        return out;
    }

    ExprPtr sum(unsigned depth) {
        ExprPtr left = product(depth);
        for (std::size_t n = depth > 0 ? pick(6) : 0; n > 3; --n)
            left = make(ast::Binary{pick(2) == 0 ? ast::Arithmetic::add : ast::Arithmetic::subtract, {}, std::move(left), product(depth - 1)});
        return left;
    }

    ExprPtr product(unsigned depth) {
        ExprPtr left = unary(depth);
        for (std::size_t n = depth > 0 ? pick(6) : 0; n > 3; --n)
            left = make(ast::Binary{pick(2) == 0 ? ast::Arithmetic::multiply : ast::Arithmetic::divide, {}, std::move(left), unary(depth - 1)});
        return left;
    }

    ExprPtr unary(unsigned depth) { return pick(8) == 7 ? make(ast::Negate{postfix(depth)}) : postfix(depth); }

    ExprPtr postfix(unsigned depth) {
        ExprPtr base = primary(depth);
        for (std::size_t n = pick(5); n > 2; --n) {
            const auto* number = std::get_if<ast::NumberPtr>(&base->node);
            base = number != nullptr ? step_of_number(std::move(base), !(*number)->unit.empty(), depth) : step(std::move(base), depth);
        }
        return base;
    }

    ExprPtr step(ExprPtr base, unsigned depth) {
        switch (pick(6)) {
            case 1: return make(ast::Star{std::move(base)});
            case 2: return make(ast::Some_of{std::move(base), keys()});
            case 3: return make(ast::AllRows{std::move(base)});
            case 4: return make(ast::Index{std::move(base), expression(depth > 0 ? depth - 1 : 0)});
            case 5: return make(ast::Except{std::move(base), keys()});
            default: return make(ast::Child{std::move(base), key()});
        }
    }

    // A bracket behind a unit, or an integer behind a point, cannot be written there: both would be read otherwise.
    ExprPtr step_of_number(ExprPtr base, bool unit, unsigned depth) {
        switch (pick(unit ? 4 : 6)) {
            case 1: return make(ast::Star{std::move(base)});
            case 2: return make(ast::Except{std::move(base), keys()});
            case 3: return make(ast::Some_of{std::move(base), keys()});
            case 4: return make(ast::AllRows{std::move(base)});
            case 5: return make(ast::Index{std::move(base), expression(depth > 0 ? depth - 1 : 0)});
            default: return make(ast::Child{std::move(base), {name(), false, {}}});
        }
    }

    ExprPtr primary(unsigned depth) {
        switch (pick(depth > 0 ? 9 : 6)) {
            case 1: return number();
            case 2: return make(ast::TextLiteral{text()});
            case 3: return make(ast::DateLiteral{choose({"2013-12-31", "2012-02-29", "1970-01-01"}), 0});
            case 4: return make(ast::TruthLiteral{pick(2) == 1});
            case 5: return make(ast::Keys{keys()});
            case 6: return call(depth - 1);
            case 7: return make(ast::Paren{expression(depth - 1)});
            case 8: {
                ast::List out;
                for (std::size_t n = pick(4); n > 0; --n) out.items.push_back(expression(depth - 1));
                return make(std::move(out));
            }
            default: return make(ast::Name{name()});
        }
    }

    ExprPtr number() {
        ast::NumberLiteral out;
        out.qualifier = choose({"", "", "", "about", "more than", "up to", "just under"});
        out.digits = choose({"5", "12", "2_000_000", "0.50", "007", "1_0.2_5", "2013"});
        out.unit = choose({"", "", "", "%", "M€", "€", "mois", "millions d'euros", "km²", "‰", "équivalents temps plein", "$", "Mds €"});
        return make(std::make_unique<ast::NumberLiteral>(std::move(out)));
    }

    ExprPtr call(unsigned depth) {
        using Form = ast::Argument::Form;
        ast::Call out{word(), {}};
        for (std::size_t n = pick(4); n > 0; --n) {
            ast::Argument argument;
            argument.form = static_cast<Form>(pick(4));
            if (argument.form == Form::named || argument.form == Form::bound) argument.name = word();
            if (argument.form == Form::named && pick(4) == 0) argument.name.text = "within";
            if (argument.form == Form::bound) argument.domain = std::make_unique<ast::Domain>(domain(depth));
            argument.value = argument.form == Form::range ? sum(depth) : expression(depth);
            if (argument.form == Form::range && pick(2) == 1) argument.high = sum(depth);
            out.arguments.push_back(std::move(argument));
        }
        return make(std::move(out));
    }

    // --- declarations ---
    ast::Title title() {
        ast::Title out;
        for (std::size_t n = pick(4), plain = pick(2); n > 0; --n, plain = 1 - plain) {
            ast::Title::Piece piece;
            if (plain == 1) {
                piece.text = choose({"x", "L'État {", "} a \"b\" \\", "tab\t", "{}"});
                for (const char c : piece.text) out.value.append(c == '{' || c == '}' ? 2 : 1, c);
            } else {
                piece.path = step(step(make(ast::Name{name()}), 0), 0);
                out.value += "{" + print_expression(*piece.path) + "}";
            }
            out.pieces.push_back(std::move(piece));
        }
        return out;
    }

    ast::Declaration rule() {
        ast::Rule out;
        out.id = id();
        // Each attribute at most once, in any order.
        std::vector<int> kinds = {0, 1, 2, 3};
        for (std::size_t n = pick(5); n > 0; --n) {
            const std::size_t which = pick(kinds.size());
            switch (kinds[which]) {
                case 0: out.attributes.emplace_back(title()); break;
                case 1: out.attributes.emplace_back(ast::SeverityAttribute{static_cast<ast::Severity>(pick(3)), {}}); break;
                case 2: out.attributes.emplace_back(tags()); break;
                default: out.attributes.emplace_back(ast::Note{{text(), {}}}); break;
            }
            kinds.erase(kinds.begin() + static_cast<std::ptrdiff_t>(which));
        }
        for (std::size_t n = pick(3); n > 0; --n) {
            ast::ForClause clause{word(), domain(1), nullptr, {}};
            if (pick(2) == 1) clause.where = expression(1);
            out.fors.push_back(std::move(clause));
        }
        for (std::size_t n = pick(3); n > 0; --n) out.lets.push_back({word(), expression(2), {}});
        out.body = expression(3);
        return out;
    }

    ast::Tags tags() {
        ast::Tags out;
        for (std::size_t n = 1 + pick(3); n > 0; --n) out.tags.push_back({choose({"a", "2013", "in-2", "rule", "été", "use"}), {}});
        return out;
    }

    ast::Declaration define() {
        ast::Define out{word(), pick(2) == 1, {}, nullptr, {}};
        if (out.has_parameters)
            for (std::size_t n = 1 + pick(3); n > 0; --n) out.parameters.push_back(word());
        out.body = expression(3);
        return out;
    }

    ast::Declaration group(unsigned groups) {
        auto out = std::make_unique<ast::Group>();
        out->id = id();
        if (pick(2) == 1) out->table = step(make(ast::Name{name()}), 1);
        if (pick(2) == 1) out->title = title();
        for (std::size_t n = pick(4); n > 0; --n) out->declarations.push_back(declaration(groups));
        return out;
    }

    const Tape& tape_;
    std::size_t next_ = 0;
};

}  // namespace

ast::File random_file(const Tape& tape) { return Grower(tape).file(); }

std::vector<ast::Declaration> random_declarations(const Tape& tape, std::size_t count) {
    Grower grower(tape);
    std::vector<ast::Declaration> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(grower.declaration(0));
    return out;
}

ast::ExprPtr random_expression(const Tape& tape) { return Grower(tape).expression(4); }

}  // namespace crossfoot::testing
