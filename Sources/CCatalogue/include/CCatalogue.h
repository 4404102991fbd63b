#ifndef RINGBUOY_CATALOGUE_H
#define RINGBUOY_CATALOGUE_H

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

#endif
