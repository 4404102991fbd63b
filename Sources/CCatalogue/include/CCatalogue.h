#ifndef RINGBUOY_CATALOGUE_H
#define RINGBUOY_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

/// One file of `Sources/Wording/Catalogue` as it was compiled in.
struct catalogue_file {
    /// Without its folder: `cli.en.po`.
    const char *_Nonnull name;
    /// For as long as the program runs.
    const unsigned char *_Nonnull bytes;
    size_t size;
};

/// All of them, in the order of the alphabet.
extern const struct catalogue_file *_Nonnull catalogue_files(size_t *_Nonnull count);

/// One entry of a file: what stands between two empty lines.
struct catalogue_entry {
    const unsigned char *_Nullable bytes;
    size_t size;
    /// Between its quotes; of no length where the entry has none of its own line.
    const unsigned char *_Nullable key;
    size_t key_size;
};

/// The entry after this one, the first one after one of no bytes; false where there is none.
bool catalogue_next(const struct catalogue_file *_Nonnull file, struct catalogue_entry *_Nonnull entry);

#endif
