#include "reports/json_reasoning.hpp"

#include "reports/causes.hpp"
#include "reports/incidents.hpp"
#include "reports/joint.hpp"
#include "reports/message.hpp"

namespace crossfoot::reports {
namespace {

using Direction = Rational::Direction;
class Writing {
public:
    Writing(JsonWriter& json, const Material& material) : json_(json), material_(material) {}

    void instance(const RuleInstance& of) {
        json_.member("rule", material_.findings.rules.at(of.rule).id);
        json_.key("bindings");
        json_.begin_object(kInline);
        for (const Binding& each : of.bindings) json_.member(each.name, each.value);
        json_.end_object();
    }

    void instances(std::string_view name, const std::vector<RuleInstance>& all) {
        json_.key(name);
        json_.begin_array();
        for (const RuleInstance& each : all) {
            json_.begin_object(kInline);
            instance(each);
            json_.end_object();
        }
        json_.end_array();
    }

    void findings(std::string_view name, const std::vector<std::size_t>& places) {
        std::vector<RuleInstance> all;
        for (const std::size_t place : places) {
            const Finding& finding = material_.findings.findings[place];
            all.push_back({finding.instance, finding.rule_index, finding.bindings});
        }
        instances(name, all);
    }

    void figure(std::string_view name, NodeId node) {
        if (node == kNoNode) return json_.null_member(name);
        json_.member(name, material_.dataset.path(node));
    }

    void paths(std::string_view name, const std::vector<NodeId>& figures) {
        json_.key(name);
        json_.begin_array(kInline);
        for (const NodeId node : figures) json_.text(material_.dataset.path(node));
        json_.end_array();
    }

    // Ends in base units, as the sides of a finding have them.
    void ends(const Interval& range) {
        const auto end = [&](std::string_view name, const End& each, Direction direction) {
            if (each.unbounded) json_.null_member(name);
            else json_.member(name, each.value.decimal(direction));
        };
        end("low", range.low, Direction::down);
        end("high", range.high, Direction::up);
        json_.member("low_open", range.low.open);
        json_.member("high_open", range.high.open);
    }

    void range(std::string_view name, const std::optional<Interval>& range) {
        if (!range) return json_.null_member(name);
        json_.key(name);
        json_.begin_object(kInline);
        ends(*range);
        json_.end_object();
    }

    void number(std::string_view name, const Rational& value) { json_.member(name, value.decimal(Direction::nearest)); }

    [[nodiscard]] std::string unit(NodeId node) const {
        const Dataset& dataset = material_.dataset;
        return dataset.units.base_name(dataset.units.unit(dataset.figure(node).unit).dimension);
    }

private:
    JsonWriter& json_;
    const Material& material_;
};

void write_ways(JsonWriter& json, const Ways& ways, const Material& material) {
    Writing writing(json, material);
    json.key("least_sets");
    json.begin_array();
    for (const Repair& repair : ways.least_sets) {
        json.begin_object();
        writing.number("weight", repair.weight);
        json.key("figures");
        json.begin_array();
        for (const NewPrint& each : repair.figures) {
            json.begin_object(kInline);
            writing.figure("path", each.figure);
            json.member("printed", printed_form(each.figure, material.dataset));
            json.member("print", each.print);
            json.member_or_null("kind", each.kind ? to_string(*each.kind) : std::string_view());
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.key("suspects");
    json.begin_array();
    for (const Suspect& each : ways.suspects) {
        json.begin_object(kInline);
        writing.figure("path", each.figure);
        json.member("printed", printed_form(each.figure, material.dataset));
        writing.ends(each.range);
        json.member("unit", writing.unit(each.figure));
        json.member("exact", each.exact);
        writing.number("weight", each.weight);
        json.member("confirmed_by", std::uint64_t{each.confirmed_by});
        json.member("printed_alike", each.printed_alike);
        writing.paths("together_with", each.together_with);
        json.end_object();
    }
    json.end_array();
    json.member("cut_short", ways.cut_short);
}

void write_incident(JsonWriter& json, const Incident& incident, const Material& material) {
    json.begin_object();
    Writing(json, material).findings("findings", incident.findings);
    write_ways(json, incident, material);
    json.end_object();
}

void write_joint(JsonWriter& json, const JointContradiction& joint, const Material& material, const Page& page) {
    Writing writing(json, material);
    json.begin_object();
    writing.instances("rules", joint.rules);
    writing.paths("figures", joint.figures);
    writing.figure("link", joint.link);
    json.member("irreducible", joint.irreducible);
    json.member("smallest", joint.smallest);
    json.member("identity", fingerprint(joint, material));
    if (joint.standing) json.member("standing", to_string(*joint.standing));
    json.key("steps");
    json.begin_array();
    for (const Deduction& each : joint.steps) {
        json.begin_object(kInline);
        writing.instance(each.by);
        writing.figure("figure", each.figure);
        writing.ends(each.range);
        writing.paths("from", each.from);
        json.end_object();
    }
    json.end_array();
    writing.range("clash", joint.clash);
    json.key("combination");
    json.begin_array();
    for (const Multiple& each : joint.combination) {
        json.begin_object(kInline);
        writing.instance(each.of);
        writing.number("times", each.times);
        json.end_object();
    }
    json.end_array();
    json.key("sum");
    json.begin_array();
    for (const auto& [figure, times] : joint.sum_of) {
        json.begin_object(kInline);
        writing.figure("path", figure);
        writing.number("times", times);
        json.end_object();
    }
    json.end_array();
    writing.range("wanted", joint.wanted);
    writing.range("given", joint.given);
    write_ways(json, joint, material);
    json.key("message");
    std::string said;
    for (const std::string& step : steps_in_words(joint, material, page.language))
        said.append(said.empty() ? "" : "\n").append(step);
    json.text(said);
    json.end_object();
}

}  // namespace

void write_reasoning(JsonWriter& json, const Reasoning& reasoning, const Material& material, const Page& page) {
    json.key("incidents");
    json.begin_array();
    for (const Incident& each : reasoning.incidents) write_incident(json, each, material);
    json.end_array();
    json.key("joint");
    json.begin_array();
    for (const JointContradiction& each : reasoning.joint) write_joint(json, each, material, page);
    json.end_array();
    json.key("undecided");
    json.begin_array();
    for (const Undecided& each : reasoning.undecided) {
        json.begin_object();
        Writing(json, material).instances("rules", each.rules);
        json.end_object();
    }
    json.end_array();
    json.member("cut_short", reasoning.cut_short);
}

void write_causes(JsonWriter& json, const Reasoning& reasoning, const Material& material, std::size_t finding,
                  Language language) {
    json.begin_array();
    for (const Cause& each : reasoning.causes_of_finding.at(finding)) {
        Writing writing(json, material);
        json.begin_object();
        json.member("kind", to_string(each.kind));
        writing.figure("path", each.figure);
        if (each.figure == kNoNode) json.null_member("printed");
        else json.member("printed", material.dataset.figure(each.figure).printed);
        json.member_or_null("proposed", each.print);
        writing.figure("other", each.other);
        writing.findings("clears", each.clears);
        json.member("message", cause_in_words(each, material.dataset).in(language));
        json.end_object();
    }
    json.end_array();
}

}  // namespace crossfoot::reports
