#include "CTextCopy.h"
