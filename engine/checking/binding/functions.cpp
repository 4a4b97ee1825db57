#include "engine/checking/binding/functions.hpp"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

using F = Function;
constexpr auto kTable = std::to_array<FunctionEntry>({
    {F::sum, "sum", 1, 1, "", false, true, false, false, "sum(collection), sum(x in collection: …)"},
    {F::count, "count", 1, 1, "", false, true, false, false, "count(collection), count(x in collection: …)"},
    {F::min, "min", 1, 1, "", false, true, false, false, "min(collection), min(x in collection: …)"},
    {F::max, "max", 1, 1, "", false, true, false, false, "max(collection), max(x in collection: …)"},
    {F::mean, "mean", 1, 1, "", false, true, false, false, "mean(collection), mean(x in collection: …)"},
    {F::all, "all", 1, 1, "", false, true, true, true, "all(x in collection: …)"},
    {F::any, "any", 1, 1, "", false, true, true, true, "any(x in collection: …)"},
    {F::unique, "unique", 1, 1, "", false, false, false, true, "unique(collection)"},
    {F::ascending, "ascending", 1, 1, "", false, false, false, true, "ascending(collection)"},
    {F::descending, "descending", 1, 1, "", false, false, false, true, "descending(collection)"},
    {F::present, "present", 1, 1, "", false, false, false, true, "present(x)"},
    {F::missing, "missing", 1, 1, "", false, false, false, true, "missing(x)"},
    {F::known, "known", 1, 1, "", false, false, false, false, "known(collection)"},
    {F::given, "given", 2, 2, "", false, false, false, false, "given(x, value)"},
    {F::groups, "groups", 1, 1, "by", true, false, false, false, "groups(collection, by: field)"},
    {F::key, "key", 1, 1, "", false, false, false, false, "key(x)"},
    {F::change, "change", 2, 2, "", false, false, false, false, "change(old, new)"},
    {F::difference, "difference", 2, 2, "", false, false, false, false, "difference(old, new)"},
    {F::ratio, "ratio", 2, 2, "", false, false, false, false, "ratio(a, b)"},
    {F::share, "share", 2, 2, "", false, false, false, false, "share(part, whole)"},
    {F::same, "same", 1, kAnyNumber, "", false, false, false, true, "same(a, b, …)"},
    {F::attainable, "attainable", 1, 1, "of", true, false, false, true, "attainable(percentage, of: n)"},
    {F::mixture, "mixture", 2, kAnyNumber, "", false, false, false, true, "mixture(overall, part, part, …)"},
    {F::crossfoots, "crossfoots", 2, 2, "total", false, false, false, true, "crossfoots(rows, totals, total: key)"},
    {F::exactly, "exactly", 1, 1, "", false, false, false, false, "exactly(x)"},
    {F::length, "length", 1, 1, "", false, false, false, false, "length(text)"},
    {F::lower, "lower", 1, 1, "", false, false, false, false, "lower(text)"},
    {F::starts, "starts", 2, 2, "", false, false, false, true, "starts(text, with)"},
    {F::ends, "ends", 2, 2, "", false, false, false, true, "ends(text, with)"},
    {F::contains, "contains", 2, 2, "", false, false, false, true, "contains(text, part)"},
    {F::prefix, "prefix", 2, 2, "", false, false, false, false, "prefix(text, n)"},
    {F::year, "year", 1, 1, "", false, false, false, false, "year(date)"},
    {F::month, "month", 1, 1, "", false, false, false, false, "month(date)"},
    {F::weekday, "weekday", 1, 1, "", false, false, false, false, "weekday(date)"},
    {F::days, "days", 2, 2, "", false, false, false, false, "days(from, to)"},
    {F::abs, "abs", 1, 1, "", false, false, false, false, "abs(x)"},
    {F::prior, "prior", 1, 1, "by", true, false, false, false, "prior(row, by: field, within: field)", "within"},
});

}  // namespace

std::span<const FunctionEntry> functions() { return kTable; }

const FunctionEntry* find_function(std::string_view name) {
    const auto found = std::find_if(kTable.begin(), kTable.end(), [&](const auto& each) { return each.name == name; });
    return found == kTable.end() ? nullptr : &*found;
}

const FunctionEntry& entry(Function function) { return kTable[static_cast<std::size_t>(function)]; }

}  // namespace crossfoot
