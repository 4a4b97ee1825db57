#include "tests/reports/report_fixture.hpp"

#include <stdexcept>

#include "engine/dataset/load.hpp"

namespace crossfoot::testing {
namespace {

Rational million(const char* digits) { return Rational::from_decimal(digits) * 1'000'000; }

Interval millions(const char* low, const char* high) { return Interval::closed(million(low), million(high)); }

}  // namespace

Report::Report(std::vector<std::pair<std::string, std::string>> files, std::string rules) {
    LoadResult loaded = load_dataset_files(std::move(files));
    if (loaded.diagnostics.has_errors())
        throw std::logic_error(loaded.diagnostics.all().front().headline.in(Language::en));
    dataset_ = std::move(loaded.dataset);
    rules_ = dataset_->sources.add("rules/rules.xf", std::move(rules));
    findings.summary.figures = dataset_->figure_count();
    findings.summary.unread = dataset_->unread_count();
    findings.figure_checked.assign(dataset_->node_count(), 0);
}

NodeId Report::node(std::string_view path) const {
    NodeId at = Dataset::kRoot;
    while (!path.empty()) {
        const std::string_view step = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(step.size() + 1, path.size()));
        if (dataset_->node(at).kind == NodeKind::array) at = dataset_->children(at)[std::stoul(std::string(step))];
        else at = dataset_->child(at, step);
        if (at == kNoNode) throw std::logic_error("no such node: " + std::string(step));
    }
    return at;
}

Span Report::in_rules(std::string_view text, std::size_t n) const {
    const std::string_view whole = dataset_->sources.file(rules_).text();
    std::size_t at = whole.find(text);
    while (n-- > 0 && at != std::string_view::npos) at = whole.find(text, at + 1);
    if (at == std::string_view::npos) throw std::logic_error("not in the rules: " + std::string(text));
    return {rules_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

std::uint32_t Report::rule(const std::string& id, std::string_view declaration, std::string_view body,
                           const std::string& title) {
    RuleInfo info;
    info.id = id;
    info.title = title;
    info.body = in_rules(body);
    info.span = cover(in_rules(declaration), info.body);
    info.file = "rules/rules.xf";
    findings.rules.push_back(std::move(info));
    ++findings.summary.rules;
    return static_cast<std::uint32_t>(findings.rules.size() - 1);
}

Finding& Report::finding(std::uint32_t rule, Verdict verdict, const std::vector<std::string_view>& figures) {
    Finding out;
    out.rule = findings.rules.at(rule).id;
    out.title = findings.rules.at(rule).title;
    out.rule_index = rule;
    out.verdict = verdict;
    out.relation_possible = verdict != Verdict::contradicted && verdict != Verdict::waived;
    for (const std::string_view path : figures) {
        out.figures.push_back(node(path));
        const Node& it = dataset_->node(out.figures.back());
        if (it.kind == NodeKind::figure && dataset_->figure(out.figures.back()).state == FigureState::missing)
            out.missing.push_back(out.figures.back());
    }
    Summary& sum = findings.summary;
    used_.insert(out.figures.begin(), out.figures.end());
    for (const NodeId each : out.figures) findings.figure_checked[each] = 1;
    sum.figures_checked = used_.size();
    if (verdict == Verdict::vacuous) ++sum.vacuous;
    else ++sum.instances, ++findings.rules[rule].instances;
    if (verdict == Verdict::holds) ++sum.holds;
    if (verdict == Verdict::contradicted) ++sum.contradicted;
    if (verdict == Verdict::unverifiable) ++sum.unverifiable;
    if (verdict == Verdict::waived) ++sum.waived;
    findings.findings.push_back(std::move(out));
    return findings.findings.back();
}

Side Report::side(const std::string& text, const Interval& range, std::optional<Rational> printed,
                  const std::vector<std::string_view>& figures, const std::string& unit) const {
    Side out;
    out.text = text;
    out.range = range;
    out.printed = std::move(printed);
    out.unit = unit;
    for (const std::string_view path : figures) out.figures.push_back(node(path));
    if (!out.figures.empty() && dataset_->node(out.figures.front()).kind == NodeKind::figure)
        out.shown = dataset_->figure(out.figures.front()).unit;
    return out;
}

Report agencies() {
    Report report({{"report.toml", R"([report]
id = "agences"
title = "Les agences de l'État"
language = "fr"
missing = ["n.d."]
)"},
                   {"agences.toml", R"(# Les investissements des agences
[agences]
_lines = [46, 57]
anru  = { 2012 = "31,9 M€", 2013 = "19,7 M€" }
anah  = { 2012 = "13 M€",   2013 = "24,4 M€" }
acse  = { 2012 = "6,9 M€",  2013 = "6,9 M€" }
total = { 2012 = "51,8 M€", 2013 = { value = "52 M€", _line = 59 } }
effectifs = { "sièges" = "61", antennes = "n.d.", total = "75" }
)"},
                   {"logement.toml", R"([logement.anru]
_line = 812
investissement = "19,8 M€"
)"}},
                  R"(# Les règles
group agences in agences {
  rule anru-citee-deux-fois "L'ANRU a investi la même somme partout où elle est citée":
    anru[2013] = logement.anru.investissement
  rule effectifs "L'effectif total est celui des sites":
    sum(effectifs except {total}) = effectifs.total
  rule rien
    for i in infractions: i.nombre > 0
  rule total "Le total {y} des agences est la somme des trois agences"
    note "les trois agences sont celles du tableau"
    for y in report.periods:
    sum({anru, anah, acse}[y]) = total[y]
}
)");
    const auto anru =
        report.rule("agences/anru-citee-deux-fois", "rule anru-citee", "anru[2013] = logement.anru.investissement",
                    "L'ANRU a investi la même somme partout où elle est citée");
    const auto staff =
        report.rule("agences/effectifs", "rule effectifs", "sum(effectifs except {total}) = effectifs.total",
                    "L'effectif total est celui des sites");
    const auto nothing = report.rule("agences/rien", "rule rien", "i.nombre > 0");
    const auto total = report.rule("agences/total", "rule total", "sum({anru, anah, acse}[y]) = total[y]",
                                   "Le total {y} des agences est la somme des trois agences");
    report.findings.rules[total].note = "les trois agences sont celles du tableau";

    Finding& twice = report.finding(anru, Verdict::contradicted, {"agences/anru/2013", "logement/anru/investissement"});
    twice.agreement = Agreement::none;
    twice.certain = Truth::no;
    twice.relation = ast::Comparison::equal;
    twice.left = report.side("anru[2013]", millions("19.65", "19.75"), million("19.7"), {"agences/anru/2013"}, "EUR");
    twice.right = report.side("logement.anru.investissement", millions("19.75", "19.85"), million("19.8"),
                              {"logement/anru/investissement"}, "EUR");
    twice.gap = million("0.1");
    twice.allowance = 0;

    Finding& sites =
        report.finding(staff, Verdict::unverifiable,
                       {"agences/effectifs/antennes", "agences/effectifs/sièges", "agences/effectifs/total"});
    sites.code = Code::XF501;

    Finding& empty = report.finding(nothing, Verdict::vacuous, {});
    empty.code = Code::XF508;

    Finding& holding = report.finding(
        total, Verdict::holds, {"agences/anru/2012", "agences/anah/2012", "agences/acse/2012", "agences/total/2012"});
    holding.title = "Le total 2012 des agences est la somme des trois agences";
    holding.bindings = {{"y", "2012", std::nullopt}};
    holding.agreement = Agreement::exact;
    holding.relation = ast::Comparison::equal;
    holding.left = report.side("sum({anru, anah, acse}[y])", millions("51.2", "52.4"), million("51.8"),
                               {"agences/anru/2012", "agences/anah/2012", "agences/acse/2012"}, "EUR");
    holding.right = report.side("total[y]", millions("51.75", "51.85"), million("51.8"), {"agences/total/2012"}, "EUR");
    holding.gap = 0;
    holding.allowance = million("0.65");

    Finding& sum =
        report.finding(total, Verdict::contradicted,
                       {"agences/anru/2013", "agences/anah/2013", "agences/acse/2013", "agences/total/2013"});
    sum.title = "Le total 2013 des agences est la somme des trois agences";
    sum.bindings = {{"y", "2013", std::nullopt}};
    sum.severity = Severity::warning;
    sum.agreement = Agreement::truncated;
    sum.certain = Truth::no;
    sum.relation = ast::Comparison::equal;
    sum.left = report.side("sum({anru, anah, acse}[y])", millions("50.85", "51.15"), million("51"),
                           {"agences/anru/2013", "agences/anah/2013", "agences/acse/2013"}, "EUR");
    sum.right = report.side("total[y]", millions("51.5", "52.5"), million("52"), {"agences/total/2013"}, "EUR");
    sum.gap = million("1");
    sum.allowance = million("0.65");
    return report;
}

reports::Page plain_page(Language language) {
    reports::Page page;
    page.language = language;
    return page;
}

}  // namespace crossfoot::testing
