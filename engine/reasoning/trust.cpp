#include "engine/reasoning/trust.hpp"

#include <algorithm>

namespace crossfoot::reasoning {
namespace {

constexpr std::uint32_t kMostConfirming = 4;

}  // namespace

// A positive number as `_trust` declares it; the loader has seen to its form.
Rational trust_of(const Dataset& dataset, NodeId figure) {
    const auto text = dataset.description(figure, "_trust");
    if (!text || text->empty()) return 1;
    const bool decimal =
        std::all_of(text->begin(), text->end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
        std::count(text->begin(), text->end(), '.') <= 1 && text->front() != '.' && text->back() != '.';
    const Rational out = decimal ? Rational::from_decimal(*text) : Rational(1);
    return out.sign() > 0 ? out : Rational(1);
}

Weight weight_of(Rechecker& rechecker, const System& system, NodeId figure) {
    Weight out;
    for (const InstanceId id : rechecker.using_figure(figure))
        if (rechecker.instances()[id].verdict == Verdict::holds) ++out.confirmed_by;
    if (const auto unknown = system.unknown_of(figure))
        for (const FactId id : system.facts_with(*unknown)) {
            const Fact& fact = system.facts()[id];
            out.printed_alike = out.printed_alike ||
                                (fact.same_print && rechecker.instances()[fact.instance].verdict == Verdict::holds);
        }
    const std::int64_t confirming = std::min(out.confirmed_by, kMostConfirming);
    out.weight = trust_of(rechecker.dataset(), figure) *
                 (Rational(1) + Rational(confirming, kMostConfirming) + (out.printed_alike ? 1 : 0));
    return out;
}

Suspect suspect(NodeId figure, const Weight& weight) {
    Suspect out;
    out.figure = figure;
    out.weight = weight.weight;
    out.confirmed_by = weight.confirmed_by;
    out.printed_alike = weight.printed_alike;
    return out;
}

}  // namespace crossfoot::reasoning
