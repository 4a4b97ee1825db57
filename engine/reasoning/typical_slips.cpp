#include "engine/reasoning/typical_slips.hpp"

#include <utility>

namespace crossfoot {
namespace {

bool typical(const PrintSlip& slip) {
    switch (slip.kind) {
        case CauseKind::digit_replaced:
        case CauseKind::digit_omitted:
        case CauseKind::digits_exchanged:
        case CauseKind::sign: return true;
        case CauseKind::power_of_ten: return slip.times == 10 || slip.times == Rational(1, 10);
        default: return false;
    }
}

}  // namespace

std::vector<Figure> typical_slips(Rechecker& rules, NodeId figure) {
    const Figure old = rules.dataset().figure(figure);
    std::vector<Figure> out;
    if (old.state != FigureState::known || !rules.read(figure, old.printed)) return out;
    for (const PrintSlip& each : print_slips(old.printed, rules.dataset().manifest.language, SlipWay::away)) {
        if (!typical(each)) continue;
        auto read = rules.read(figure, each.print);
        if (read && !(read->value == old.value && read->range == old.range)) out.push_back(std::move(*read));
    }
    return out;
}

}  // namespace crossfoot
