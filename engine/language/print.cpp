#include "engine/language/print.hpp"

#include "engine/language/parse.hpp"
#include "engine/language/printing/layout.hpp"
#include "engine/language/printing/printer.hpp"
#include "engine/language/printing/trivia.hpp"

namespace crossfoot {

namespace {

using namespace printing;

// The declarations of a file or group, with the comments and blank lines between them.
class FilePrinter {
public:
    FilePrinter(const Printer& printer, const Trivia& trivia) : printer_(printer), trivia_(trivia) {}

    std::string file(const ast::File& file) {
        std::string out;
        declarations(out, file.declarations, 0);
        between(out, 0, file.declarations.empty() ? Blank::never : Blank::kept, Ends::file);
        return out;
    }

private:
    enum class Blank : std::uint8_t { never, kept, always };
    enum class Ends : std::uint8_t { declaration, group, file };

    void declarations(std::string& out, const std::vector<ast::Declaration>& all, std::size_t indent) {
        bool long_before = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t first = token_;
            const std::string text = declaration(all[i], indent);
            const bool is_long = text.find('\n') != std::string::npos;
            const std::size_t next = token_;
            token_ = first;
            between(out, indent, i == 0 ? Blank::never : is_long || long_before ? Blank::always : Blank::kept, Ends::declaration);
            token_ = next;
            out.append(indent, ' ').append(text);
            long_before = is_long;
        }
    }

    std::string declaration(const ast::Declaration& declaration, std::size_t indent) {
        Layout layout;
        printer_.declaration(layout, declaration);
        std::string out = layout.render(trivia_, indent, token_);
        if (const auto* group = std::get_if<std::unique_ptr<ast::Group>>(&declaration)) {
            if ((*group)->declarations.empty() && trivia_.before(token_).empty()) {
                ++token_;
                return out + "}";
            }
            declarations(out, (*group)->declarations, indent + kIndent);
            between(out, indent, (*group)->declarations.empty() ? Blank::never : Blank::kept, Ends::group);
            out.append(indent, ' ').append("}");
            ++token_;
        }
        return out;
    }

    // What stands before the current token: ends the line before, keeps at most one blank line in each place.
    void between(std::string& out, std::size_t indent, Blank blank, Ends ends) {
        const auto comments = trivia_.before(token_);
        bool any_blank = trivia_.blank_before(token_);
        for (const CommentHere& comment : comments) any_blank = any_blank || comment.blank_before;
        // Before the end of a group or file a blank line only parts comments.
        const bool last = ends != Ends::declaration;
        bool missing = blank == Blank::always && !any_blank;
        bool begun = !out.empty() && blank != Blank::never;   // whether a blank line may stand here
        bool line_open = !out.empty();
        const auto part = [&](bool wanted) {
            if (line_open) out.push_back('\n');
            if (wanted && begun) out.push_back('\n');
            line_open = false;
            begun = true;
        };
        for (const CommentHere& comment : comments) {
            if (comment.ends_line) {
                out.append("  ").append(comment.text);
                continue;
            }
            part(comment.blank_before || missing);
            missing = false;
            out.append(indent + (ends == Ends::group ? kIndent : 0), ' ').append(comment.text);
            line_open = true;
        }
        part((trivia_.blank_before(token_) && !last) || missing);
    }

    const Printer& printer_;
    const Trivia& trivia_;
    std::size_t token_ = 0;
};

}  // namespace

std::string print_rules(const ast::File& file, const SourceMap& sources) {
    const std::string_view text = file.id == kNoFile ? std::string_view() : sources.file(file.id).text();
    const Trivia trivia = file.id == kNoFile ? Trivia() : Trivia(text, file.comments);
    const Printer printer(text);
    return FilePrinter(printer, trivia).file(file);
}

bool reads_as(std::string printed, const ast::File& file, const SourceMap& sources) {
    SourceMap again;
    Diagnostics problems;
    const ast::File tree = parse_rules(again.add("printed", std::move(printed)), again, problems);
    if (problems.has_errors() || !ast::equal(tree, file) || tree.comments.size() != file.comments.size()) return false;
    const auto text = [](const SourceMap& of, const ast::Comment& comment) {
        std::string_view out = of.text(comment.span);
        while (!out.empty() && (out.back() == ' ' || out.back() == '\t' || out.back() == '\r')) out.remove_suffix(1);
        return out;
    };
    for (std::size_t i = 0; i < tree.comments.size(); ++i)
        if (text(again, tree.comments[i]) != text(sources, file.comments[i])) return false;
    return true;
}

std::string print_expression(const ast::Expr& expr) {
    Layout layout;
    Printer().expression(layout, expr);
    std::size_t token = 0;
    return layout.render(Trivia(), 0, token);
}

}  // namespace crossfoot
