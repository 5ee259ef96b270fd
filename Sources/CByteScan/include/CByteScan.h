#pragma once
/// Work on blocks of bytes that is done for every cell of a large file: where fields end, what
/// cells of a column say, and where texts stand in a dictionary.
///
/// Pure functions. None allocates, and none looks beyond the memory that its arguments name; where
/// more has to be readable than a count says, the function's comment names it.
#include "ByteIndex.h"
#include "ByteCells.h"
#include "ByteTexts.h"
#include "ByteNumbers.h"
#include "ByteRepeats.h"
