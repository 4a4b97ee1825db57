#include "engine/reasoning/slips.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "engine/quantity/duration_text.hpp"
#include "engine/reasoning/cause_weights.hpp"
#include "engine/reasoning/neighbours.hpp"
#include "engine/reasoning/numeral_parts.hpp"

namespace crossfoot {
namespace {

// Words that stand for a sign, each with its opposite, as the lexicons read them.
struct Opposite {
    std::string_view fall, rise;
};
constexpr auto kOpposites = std::to_array<Opposite>({
    {"baisse", "hausse"}, {"Baisse", "Hausse"}, {"diminution", "augmentation"}, {"Diminution", "Augmentation"},
    {"recul", "progression"}, {"Recul", "Progression"}, {"decrease", "increase"}, {"Decrease", "Increase"},
    {"fall of", "rise of"}, {"down", "up"},
});

// Units that are taken for one another, a factor of 1000 apart. In the order in which they are looked for.
struct ScaleStep {
    std::string_view smaller, larger;
};
constexpr auto kScaleSteps = std::to_array<ScaleStep>({
    {"milliers", "millions"}, {"millions", "milliards"}, {"million", "milliard"}, {"thousand", "million"},
    {"million", "billion"}, {"k€", "M€"}, {"M€", "Md€"}, {"M€", "Mds€"}, {"kg", "t"}, {"kWh", "MWh"},
});

class Slips {
public:
    Slips(std::string_view print, NumeralParts parts, SlipWay way) : parts_(std::move(parts)), way_(way) { seen_.emplace(print); }

    // Of one numeral among several: its digits alone.
    std::vector<PrintSlip> digits_alone(bool padded) {
        padded_ = padded;
        digits();
        return std::move(out_);
    }

    std::vector<PrintSlip> all() {
        powers_of_ten();
        digits();
        sign();
        units();
        std::stable_sort(out_.begin(), out_.end(), [](const PrintSlip& a, const PrintSlip& b) { return a.kind < b.kind; });
        return std::move(out_);
    }

private:
    void digits() {
        replaced();
        if (way_ == SlipWay::back) one_more(CauseKind::digit_omitted), one_less(CauseKind::digit_added);
        else one_less(CauseKind::digit_omitted), one_more(CauseKind::digit_added);
        exchanged();
    }

    // The numeral with other digits, `whole` of them before the decimal sign.
    void add_digits(CauseKind kind, const std::string& digits, std::size_t whole, Rational times = 0) {
        const bool padded = padded_ || (parts_.whole.size() > 1 && parts_.whole[0] == '0');
        if (whole == 0 || (whole > 1 && digits[0] == '0' && !padded)) return;
        NumeralParts next = parts_;
        next.whole = digits.substr(0, whole);
        next.decimals = digits.substr(whole);
        add(kind, put_together(next), std::move(times));
    }

    void add(CauseKind kind, std::string print, Rational times = 0) {
        if (seen_.insert(print).second) out_.push_back({kind, std::move(print), std::move(times)});
    }

    void replaced() {
        const std::string digits = parts_.digits();
        for (std::size_t at = 0; at < digits.size(); ++at)
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string next = digits;
                next[at] = digit;
                if (digit != digits[at]) add_digits(CauseKind::digit_replaced, next, parts_.whole.size());
            }
    }

    void one_less(CauseKind kind) {
        const std::string digits = parts_.digits();
        const std::size_t end = parts_.decimals.empty() ? digits.size() : digits.size() - 1;
        for (std::size_t at = 0; at < end; ++at) {
            std::string next = digits;
            next.erase(at, 1);
            add_digits(kind, next, parts_.whole.size() - (at < parts_.whole.size() ? 1 : 0));
        }
    }

    void one_more(CauseKind kind) {
        const std::string digits = parts_.digits();
        const std::size_t end = parts_.decimals.empty() ? digits.size() + 1 : digits.size();
        for (std::size_t at = 0; at < end; ++at)
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string next = digits;
                next.insert(at, 1, digit);
                // at the decimal sign a digit belongs to the whole part as well as to the decimals: both are looked at
                if (at <= parts_.whole.size()) add_digits(kind, next, parts_.whole.size() + 1);
                if (at >= parts_.whole.size() && !parts_.decimals.empty()) add_digits(kind, next, parts_.whole.size());
            }
    }

    void exchanged() {
        const std::string digits = parts_.digits();
        for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
            std::string next = digits;
            std::swap(next[at], next[at + 1]);
            add_digits(CauseKind::digits_exchanged, next, parts_.whole.size());
        }
    }

    void sign() {
        const std::string digits = parts_.digits();
        if (digits.find_first_not_of('0') == std::string::npos) return;
        NumeralParts next = parts_;
        if (parts_.sign.empty()) {
            for (const Opposite& each : kOpposites)
                for (const auto& [from, to] : {std::pair(each.fall, each.rise), std::pair(each.rise, each.fall)})
                    if (const std::size_t at = parts_.before.find(from); at != std::string::npos) {
                        next.before.replace(at, from.size(), to);
                        return add(CauseKind::sign, put_together(next));
                    }
            next.sign = "-";
        } else if (parts_.negative()) {
            const std::size_t width = parts_.sign[0] == '-' ? 1 : 3;   // the other minus signs take three bytes
            next.sign = "+" + parts_.sign.substr(width);
        } else {
            next.sign = "-" + parts_.sign.substr(1);
        }
        add(CauseKind::sign, put_together(next));
    }

    // The decimal sign moved, or zeros appended or taken off.
    void powers_of_ten() {
        const std::string digits = parts_.digits();
        for (int power = 1; power <= 3; ++power) {
            const auto places = static_cast<std::size_t>(power);
            std::string more = digits;
            if (parts_.decimals.size() < places) more.append(places - parts_.decimals.size(), '0');
            std::size_t whole = parts_.whole.size() + places;
            const std::size_t zeros = std::min(more.find_first_not_of('0'), whole - 1);
            add_digits(CauseKind::power_of_ten, more.substr(zeros), whole - zeros, Rational::power_of_ten(power));

            std::string less = digits;
            if (less.size() < places + 1 || parts_.whole.size() <= places) less.insert(0, places + 1 - parts_.whole.size(), '0');
            whole = less.size() - parts_.decimals.size() - places;
            // zeros that the slip appended are no decimals
            while (parts_.decimals.empty() && less.size() > whole && less.back() == '0') less.pop_back();
            add_digits(CauseKind::power_of_ten, less, whole, Rational::power_of_ten(-power));
        }
    }

    void units() {
        for (const ScaleStep& each : kScaleSteps)
            for (const bool up : {true, false}) {
                const std::string_view from = up ? each.smaller : each.larger, to = up ? each.larger : each.smaller;
                const std::size_t at = parts_.after.find(from);
                if (at == std::string::npos || parts_.after.find_first_not_of(" \xC2\xA0\xE2\x80\xAF") != at) continue;
                if (from == "million" && parts_.after.substr(at).starts_with("millions")) continue;
                if (from == "t" && parts_.after.size() != at + 1) continue;
                NumeralParts next = parts_;
                next.after.replace(at, from.size(), to);
                add(CauseKind::power_of_ten, put_together(next), Rational::power_of_ten(up ? 3 : -3));
            }
    }

    NumeralParts parts_;
    SlipWay way_;
    bool padded_ = false;   // zeros may stand in front
    std::set<std::string> seen_;
    std::vector<PrintSlip> out_;
};

// Those of each numeral in turn.
std::vector<PrintSlip> duration_slips(std::string_view print, SlipWay way) {
    constexpr std::string_view kDigits = "0123456789";
    std::vector<PrintSlip> out;
    for (std::size_t end = 0, begin = print.find_first_of(kDigits); begin != std::string_view::npos; begin = print.find_first_of(kDigits, end)) {
        const bool first = end == 0;
        end = std::min(print.find_first_not_of(kDigits, begin), print.size());
        NumeralParts parts;
        parts.before = print.substr(0, begin);
        parts.whole = print.substr(begin, end - begin);
        parts.after = print.substr(end);
        auto slips = Slips(print, std::move(parts), way).digits_alone(!first);
        std::move(slips.begin(), slips.end(), std::back_inserter(out));
    }
    std::stable_sort(out.begin(), out.end(), [](const PrintSlip& a, const PrintSlip& b) { return a.kind < b.kind; });
    return out;
}

// How many decimals the figures have that stand beside this one, or with it in a rule, in the same unit. Of a great many rules
// a few tell.
class DecimalsBeside {
public:
    DecimalsBeside(const Rechecker& rechecker, NodeId node) : rechecker_(rechecker), node_(node) {
        for (const NodeId each : neighbours(rechecker.dataset(), node)) look_at(each);
        std::size_t looked_at = 0;
        for (const InstanceId id : rechecker.using_figure(node)) {
            for (const NodeId each : rechecker.instances()[id].figures) look_at(each);
            if (++looked_at == kMostRules) break;
        }
    }
    [[nodiscard]] bool has(std::size_t decimals) const { return found_.contains(decimals); }
    [[nodiscard]] bool none() const { return found_.empty(); }

private:
    static constexpr std::size_t kMostRules = 8;

    void look_at(NodeId other) {
        const Dataset& dataset = rechecker_.dataset();
        if (other == node_ || !is_known_figure(dataset, other)) return;
        const Figure &one = dataset.figure(node_), &beside = dataset.figure(other);
        if (beside.qualified || !(dataset.units.unit(one.unit) == dataset.units.unit(beside.unit))) return;
        if (const auto parts = numeral_parts(beside.printed, dataset.manifest.language, beside.signs)) found_.insert(parts->decimals.size());
    }

    const Rechecker& rechecker_;
    NodeId node_;
    std::set<std::size_t> found_;
};

}  // namespace

std::vector<PrintSlip> print_slips(std::string_view print, Language language, SlipWay way, NumberSigns declared, const Units* units) {
    if (auto parts = numeral_parts(print, language, declared)) return Slips(print, std::move(*parts), way).all();
    return units != nullptr && as_one_duration(print, language, *units) ? duration_slips(print, way) : std::vector<PrintSlip>();
}

std::uint32_t cost_of(const Slip& slip) {
    const bool thousand = slip.times == Rational(1000) || slip.times == Rational(1, 1000);
    return cost_of(slip.kind) + (slip.kind == CauseKind::power_of_ten && !thousand ? 1 : 0) + (slip.odd_decimals ? kOddDecimals : 0);
}

std::vector<Slip> slips_of(Rechecker& rechecker, NodeId node, SlipWay way) {
    const Figure old = rechecker.dataset().figure(node);
    // how the place is read cannot be told: then no slip of it can be read either
    const auto written = rechecker.written(node);
    if (!written) return {};
    const Language language = rechecker.dataset().manifest.language;
    const auto decimals_of = [&](const std::string& print) {
        const auto parts = numeral_parts(print, language, old.signs);
        return parts ? parts->decimals.size() : 0;
    };
    const std::size_t decimals = decimals_of(*written);
    const DecimalsBeside beside(rechecker, node);
    std::vector<Slip> out;
    for (PrintSlip& each : print_slips(*written, language, way, old.signs, &rechecker.dataset().units)) {
        auto figure = rechecker.read(node, each.print);
        if (!figure || (figure->value == old.value && figure->range == old.range)) continue;
        const std::size_t now = decimals_of(each.print);
        const bool as_beside = beside.has(now), odd = !as_beside && (now > decimals || !beside.none());
        // what is exact because it has no decimals has none after the slip, where nothing beside it has them
        if (!old.rounded && !old.qualified && figure->rounded && !(as_beside && each.kind == CauseKind::power_of_ten)) continue;
        out.push_back({each.kind, std::move(each.times), std::move(*figure), odd});
    }
    return out;
}

}  // namespace crossfoot
