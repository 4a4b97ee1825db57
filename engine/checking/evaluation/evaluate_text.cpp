// Functions of texts. A figure stands for its print; texts are compared in normal form C.
#include "engine/checking/evaluation/evaluator.hpp"
#include "engine/checking/messages.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot {
namespace {

// Of a text in UTF-8.
std::string first_characters(const std::string& text, std::int64_t count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && count-- == 0) break;
    }
    return text.substr(0, at);
}

}  // namespace

// length, lower, prefix
Value Evaluator::text_function(const Core& core) {
    const Value value = the_one(eval(*core.args[0]), core.span);
    if (std::holds_alternative<Failure>(value.held)) return value;
    const auto text = text_of(value);
    if (!text) return {Absent{where(value), kNoNode}};
    if (core.function == Function::length) return {Rational(std::int64_t{character_count(composed(*text))})};
    if (core.function == Function::lower) return {lowered(*text)};
    const auto operand = number(*core.args[1]);
    if (const auto* failure = std::get_if<Failure>(&operand)) return {*failure};
    const auto count = terms_.printed(std::get<Operand>(operand).term);
    if (!count) return {Absent{source_text(core.args[1]->span), kNoNode}};
    std::int64_t whole = 0;
    if (!count->is_whole() || count->sign() < 0 || !count->to_int64(whole))
        return {Failure{Code::XF501, Message(say::no_whole_number, source_text(core.args[1]->span))}};
    return {first_characters(composed(*text), whole)};
}

// starts, ends, contains
Judgement Evaluator::text_question(const Core& core) {
    std::vector<std::optional<std::string>> texts;
    for (const CorePtr& each : core.args) {
        const Value value = the_one(eval(*each), each->span);
        if (const auto* failure = std::get_if<Failure>(&value.held)) return Judgement::failed(*failure);
        texts.push_back(text_of(value));
    }
    if (!texts[0] || !texts[1]) return {};
    const std::string whole = composed(*texts[0]), part = composed(*texts[1]);
    const bool starts = core.function == Function::starts, ends = core.function == Function::ends;
    Judgement out = Judgement::known(starts ? whole.starts_with(part) : ends ? whole.ends_with(part) : whole.find(part) != std::string::npos);
    record_failure(out, Message(starts ? say::does_not_start : ends ? say::does_not_end : say::does_not_contain, *texts[0], *texts[1]));
    return out;
}

// The distance from 0, as the greatest of x, -x and 0: no value below 0 is thought possible.
Value Evaluator::absolute(const Core& core) {
    const auto operand = number(*core.args[0]);
    if (const auto* failure = std::get_if<Failure>(&operand)) return {*failure};
    const TermId term = std::get<Operand>(operand).term;
    if (terms_.is_constant(term)) return {terms_.constant_value(terms_.term(term)).abs(), terms_.fractional(term)};
    const std::vector<TermId> both{term, terms_.negate(term), terms_.constant(0)};
    return {Number{terms_.gather(TermOp::max, both)}};
}

}  // namespace crossfoot
