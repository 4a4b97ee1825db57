#include "bench/slips/systems.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crossfoot::slips {
namespace {

// True values have two digits more than are printed, or none: then the prints themselves add up.
struct Truth {
    std::int64_t finer = 100;

    [[nodiscard]] std::int64_t printed(std::int64_t value) const {
        const std::int64_t half = finer / 2;
        return value >= 0 ? (value + half) / finer : -((-value + half) / finer);
    }
};

Manner manner_by(Chance& chance) {
    static const std::vector<std::string> units{"", "", "\xC2\xA0\xE2\x82\xAC", "\xC2\xA0M\xE2\x82\xAC", "\xC2\xA0kg"};
    Manner out;
    out.decimals = static_cast<int>(std::max<std::int64_t>(0, chance.next(-2, 2)));
    out.grouped = chance.one_in(2);
    out.french = chance.one_in(2);
    out.unit = units[static_cast<std::size_t>(chance.next(0, static_cast<std::int64_t>(units.size()) - 1))];
    return out;
}

// Of any size up to `digits` digits, small ones as often as large ones.
std::int64_t value_by(Chance& chance, std::int64_t digits, const Truth& truth) {
    std::int64_t most = 10;
    for (std::int64_t count = chance.next(2, digits); count > 1; --count) most *= 10;
    return chance.next(most / 10, most - 1) * truth.finer + (truth.finer > 1 ? chance.next(-49, 49) : 0);
}

// Are the figures rounded, and finer true values behind them?
Truth truth_by(Chance& chance, System& system) {
    system.declared = chance.one_in(2);
    const bool rounded = system.declared || system.manner.decimals > 0 || system.manner.unit.ends_with("M\xE2\x82\xAC");
    return {rounded && !chance.one_in(3) ? 100 : 1};
}

}  // namespace

std::string System::path(std::size_t figure) const { return tables[figure].empty() ? keys[figure] : tables[figure] + "." + keys[figure]; }

std::string System::toml(std::size_t changed, const std::string& print) const {
    std::string out = fmt::format("[report]\nlanguage = \"{}\"\n", manner.french ? "fr" : "en"), head;
    std::vector<std::string> done;
    if (declared) head += "_precision = \"last-digit\"\n";
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const std::string line = fmt::format("{} = \"{}\"\n", keys[at], at == changed ? print : print_of(scaled[at], manner));
        if (tables[at].empty()) {
            head += line;
            continue;
        }
        if (done.empty() || done.back() != tables[at]) {
            out += "[" + tables[at] + "]\n";
            done.push_back(tables[at]);
        }
        out += line;
    }
    return head + out;
}

System relation(Chance& chance) {
    System out;
    out.manner = manner_by(chance);
    const Truth truth = truth_by(chance, out);
    const std::int64_t terms = chance.next(2, 9), digits = chance.next(3, 6);
    const bool falls = chance.one_in(5), weighted = chance.one_in(6), differences = chance.one_in(4);
    std::int64_t sum = 0;
    std::string left;
    for (std::int64_t at = 0; at < terms; ++at) {
        std::int64_t value = value_by(chance, digits, truth);
        if (falls && chance.one_in(3)) value = -value;
        const bool minus = at > 0 && differences && chance.one_in(2);
        const std::int64_t times = weighted && chance.one_in(2) ? chance.next(2, 5) : 1;
        sum += (minus ? -1 : 1) * times * value;
        out.keys.push_back(fmt::format("f{}", at));
        out.scaled.push_back(truth.printed(value));
        left += at == 0 ? "" : minus ? " - " : " + ";
        if (times > 1) left += fmt::format("{} * ", times);
        left += out.keys.back();
    }
    out.keys.push_back("total");
    out.scaled.push_back(truth.printed(sum));
    out.tables.assign(out.keys.size(), "");
    out.rules = fmt::format("rule r: {} = total\n", left);
    return out;
}

System table(Chance& chance) {
    System out;
    out.manner = manner_by(chance);
    const Truth truth = truth_by(chance, out);
    const std::int64_t rows = chance.next(2, 6), columns = chance.next(2, 5), digits = chance.next(3, 6);
    std::vector<std::int64_t> totals(static_cast<std::size_t>(columns) + 1, 0);
    for (std::int64_t row = 0; row <= rows; ++row) {
        std::int64_t sum = 0;
        for (std::int64_t column = 0; column <= columns; ++column) {
            std::int64_t& total = totals[static_cast<std::size_t>(column)];
            std::int64_t value = row == rows ? total : column == columns ? sum : value_by(chance, digits, truth);
            if (row < rows) sum += value, total += value;
            out.tables.push_back(row == rows ? "all" : fmt::format("t.r{}", row));
            out.keys.push_back(column == columns ? "total" : fmt::format("c{}", column));
            out.scaled.push_back(truth.printed(value));
        }
    }
    out.rules = "rule rows for r in t: sum(r.* except {total}) = r.total\nrule all: sum(all.* except {total}) = all.total\n"
                "rule totals: sum(t.*.total) = all.total\n";
    for (std::int64_t column = 0; column < columns; ++column)
        out.rules += fmt::format("rule c{0}: sum(t.*.c{0}) = all.c{0}\n", column);
    return out;
}

}  // namespace crossfoot::slips
