#include "engine/reasoning/typical_slips.hpp"

#include <string>
#include <utility>

#include "engine/reasoning/numeral_parts.hpp"

namespace crossfoot {
namespace {

// `digits` are those of the old print. A zero at the end of a whole number is a digit added and ten times as much.
bool typical(const PrintSlip& slip, const std::string& digits, Language language, NumberSigns signs) {
    switch (slip.kind) {
        case CauseKind::digit_replaced:
        case CauseKind::digit_omitted:
        case CauseKind::digits_exchanged:
        case CauseKind::sign: return true;
        case CauseKind::power_of_ten: return slip.times == 10 || slip.times == Rational(1, 10);
        case CauseKind::digit_added: {
            const auto parts = numeral_parts(slip.print, language, signs);
            return parts && parts->decimals.empty() && parts->whole == digits + "0";
        }
        default: return false;
    }
}

}  // namespace

std::vector<Figure> typical_slips(Rechecker& rules, NodeId figure) {
    const Figure old = rules.dataset().figure(figure);
    std::vector<Figure> out;
    const auto written = rules.written(figure);
    if (!written) return out;
    const Language language = rules.dataset().manifest.language;
    const auto parts = numeral_parts(*written, language, old.signs);
    const std::string digits = parts ? parts->digits() : std::string();
    bool turned = false;
    for (const PrintSlip& each : print_slips(*written, language, SlipWay::away, old.signs, &rules.dataset().units)) {
        if (!typical(each, digits, language, old.signs)) continue;
        auto read = rules.read(figure, each.print);
        if (!read || (read->value == old.value && read->range == old.range)) continue;
        turned = turned || each.kind == CauseKind::sign;
        out.push_back(std::move(*read));
    }
    // a sign that is a word ("moins 2 500") is left out or put there with the whole print
    if (turned || old.value.is_zero()) return out;
    if (auto other = rules.restyle(figure, -old.value)) out.push_back(std::move(*other));
    return out;
}

}  // namespace crossfoot
