// The files that a run reads, told apart as the system does: no report is written over one of them, whatever the path or
// link that leads there.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cli/session.hpp"

namespace crossfoot::cli {

class Inputs {
public:
    // A file; one that is not there, or standard input, is none. Of a directory its CSV files.
    void add(const std::string& path);
    // The directory of a dataset, all of whose TOML files are read; other paths say nothing.
    void add_directory(const std::string& dataset);
    // The dataset's TOML files and its draft.
    void add_dataset(const Session& session);
    // Its rule files and the files of its tables, and the directories in which the next run would find more of them; `rules`: as
    // they were asked for, in place of the manifest's.
    void add_rules_and_tables(const Session& session, const std::vector<std::string>& rules = {});
    // Why no report may be written there: it is a file that the run reads, or would be one of the next run; nothing where it may.
    [[nodiscard]] std::optional<Diagnostic> refuse(const std::string& output) const;

private:
    struct File {
        dev_t device;
        ino_t inode;
        std::string path;
    };
    // A directory all of whose files that are named so are read; `below`: those of its directories as well.
    struct Folder {
        std::string real, shown;
        bool (*reads)(std::string_view name);
        bool below;
    };
    void add_folder(const std::string& path, bool (*reads)(std::string_view name), bool below);
    [[nodiscard]] const Folder* reader_of(const std::string& output) const;
    std::vector<File> files_;
    std::vector<Folder> folders_;
};

// Where a report of `session` may not be written to that file, says so; nothing: standard output.
[[nodiscard]] bool refused(const std::optional<std::string>& output, const Session& session, const Context& context);

}  // namespace crossfoot::cli
