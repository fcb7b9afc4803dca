// The parts of htslib that VariantFormats uses.
#pragma once
#include <htslib/bgzf.h>
#include <htslib/faidx.h>
#include <htslib/hfile.h>
#include <htslib/hts.h>
#include <htslib/hts_log.h>
#include <htslib/kstring.h>
#include <htslib/thread_pool.h>
#include <htslib/vcf.h>
