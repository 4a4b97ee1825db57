#include "engine/checking/findings.hpp"

namespace crossfoot {

std::string_view to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "holds";
        case Verdict::contradicted: return "contradicted";
        case Verdict::unverifiable: return "unverifiable";
        case Verdict::waived: return "waived";
        case Verdict::vacuous: return "vacuous";
    }
    return "";
}

std::string_view to_string(Agreement agreement) {
    switch (agreement) {
        case Agreement::exact: return "exact";
        case Agreement::rounded: return "rounded";
        case Agreement::within: return "within";
        case Agreement::truncated: return "truncated";
        case Agreement::none: return "none";
    }
    return "";
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "";
}

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::known: return "known";
        case Standing::worse: return "worse";
        case Standing::fresh: return "new";
    }
    return "";
}

std::string_view to_string(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::equal: return "=";
        case ast::Comparison::not_equal: return "!=";
        case ast::Comparison::less: return "<";
        case ast::Comparison::less_equal: return "<=";
        case ast::Comparison::greater: return ">";
        case ast::Comparison::greater_equal: return ">=";
    }
    return "";
}

}  // namespace crossfoot
