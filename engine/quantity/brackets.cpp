#include "engine/quantity/brackets.hpp"

#include "engine/quantity/print_text.hpp"

namespace crossfoot {

std::optional<Bracketed> without_brackets(std::string_view print) {
    const std::size_t open = print.find('('), close = print.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    if (print.find('(', open + 1) != std::string_view::npos || print.find(')', close + 1) != std::string_view::npos) return std::nullopt;
    std::string_view inner = print.substr(open + 1, close - open - 1);
    while (inner.starts_with(' ')) inner.remove_prefix(1);
    while (inner.ends_with(' ')) inner.remove_suffix(1);
    if (inner.empty()) return std::nullopt;
    Bracketed out;
    out.text.append(print.substr(0, open)).append(inner);
    out.open = open;
    out.close = out.text.size();
    out.text += print.substr(close + 1);
    return out;
}

bool is_bracketed(const NumeralSyntax& syntax, std::string_view text, const Bracketed& brackets) {
    const auto* amount = std::get_if<AmountSyntax>(&syntax.body);
    if (amount == nullptr || amount->word != nullptr) return false;
    const auto place = [&](std::string_view part) { return static_cast<std::size_t>(part.data() - text.data()); };
    const std::size_t number = place(amount->numeral), end = number + amount->numeral.size();
    const std::size_t first = amount->currency.empty() ? number : place(amount->currency);
    bool begins = brackets.open == number || brackets.open == first;
    // "(-3)", "-(3)", "- (3)": the sign inside or before them is told of later
    if (amount->signed_ && !begins && brackets.open < first)
        begins = text.substr(brackets.open, first - brackets.open).find_first_not_of("+- ") == std::string_view::npos;
    return begins && (brackets.close == end || brackets.close == text.size());
}

}  // namespace crossfoot
