// Written by .ci/embed-files. A test compares it with the folder.
#include "CTheme.h"

static const unsigned char f0[] = {
#embed "../../templates/README.md" if_empty(0)
};
static const unsigned char f1[] = {
#embed "../../templates/assets/site.css" if_empty(0)
};
static const unsigned char f2[] = {
#embed "../../templates/assets/site.js" if_empty(0)
};
static const unsigned char f3[] = {
#embed "../../templates/details/billing_profile.html" if_empty(0)
};
static const unsigned char f4[] = {
#embed "../../templates/details/buyer.html" if_empty(0)
};
static const unsigned char f5[] = {
#embed "../../templates/details/invoice.html" if_empty(0)
};
static const unsigned char f6[] = {
#embed "../../templates/details/product.html" if_empty(0)
};
static const unsigned char f7[] = {
#embed "../../templates/details/subscription.html" if_empty(0)
};
static const unsigned char f8[] = {
#embed "../../templates/layout.html" if_empty(0)
};
static const unsigned char f9[] = {
#embed "../../templates/links.yaml" if_empty(0)
};
static const unsigned char f10[] = {
#embed "../../templates/locales/en.yaml" if_empty(0)
};
static const unsigned char f11[] = {
#embed "../../templates/pages/finding-list.html" if_empty(0)
};
static const unsigned char f12[] = {
#embed "../../templates/pages/findings.html" if_empty(0)
};
static const unsigned char f13[] = {
#embed "../../templates/pages/index.html" if_empty(0)
};
static const unsigned char f14[] = {
#embed "../../templates/pages/quarantine.html" if_empty(0)
};
static const unsigned char f15[] = {
#embed "../../templates/pages/report.html" if_empty(0)
};
static const unsigned char f16[] = {
#embed "../../templates/pages/rule.html" if_empty(0)
};
static const unsigned char f17[] = {
#embed "../../templates/pages/rules.html" if_empty(0)
};
static const unsigned char f18[] = {
#embed "../../templates/pages/sources.html" if_empty(0)
};
static const unsigned char f19[] = {
#embed "../../templates/pages/standalone.html" if_empty(0)
};
static const unsigned char f20[] = {
#embed "../../templates/pages/user-list.html" if_empty(0)
};
static const unsigned char f21[] = {
#embed "../../templates/partials/age.html" if_empty(0)
};
static const unsigned char f22[] = {
#embed "../../templates/partials/balance.html" if_empty(0)
};
static const unsigned char f23[] = {
#embed "../../templates/partials/card-close.html" if_empty(0)
};
static const unsigned char f24[] = {
#embed "../../templates/partials/card-open.html" if_empty(0)
};
static const unsigned char f25[] = {
#embed "../../templates/partials/cards-invoice-summary.html" if_empty(0)
};
static const unsigned char f26[] = {
#embed "../../templates/partials/cards-license-usage.html" if_empty(0)
};
static const unsigned char f27[] = {
#embed "../../templates/partials/findings.html" if_empty(0)
};
static const unsigned char f28[] = {
#embed "../../templates/partials/foot.html" if_empty(0)
};
static const unsigned char f29[] = {
#embed "../../templates/partials/letters-link.html" if_empty(0)
};
static const unsigned char f30[] = {
#embed "../../templates/partials/nav.html" if_empty(0)
};
static const unsigned char f31[] = {
#embed "../../templates/partials/orders.html" if_empty(0)
};
static const unsigned char f32[] = {
#embed "../../templates/partials/pager.html" if_empty(0)
};
static const unsigned char f33[] = {
#embed "../../templates/partials/places.html" if_empty(0)
};
static const unsigned char f34[] = {
#embed "../../templates/partials/provenance.html" if_empty(0)
};
static const unsigned char f35[] = {
#embed "../../templates/partials/quarantine-amounts.html" if_empty(0)
};
static const unsigned char f36[] = {
#embed "../../templates/partials/rule-counts.html" if_empty(0)
};
static const unsigned char f37[] = {
#embed "../../templates/reports/apps.md" if_empty(0)
};
static const unsigned char f38[] = {
#embed "../../templates/reports/consolidation.md" if_empty(0)
};
static const unsigned char f39[] = {
#embed "../../templates/reports/departments.md" if_empty(0)
};
static const unsigned char f40[] = {
#embed "../../templates/reports/export-users.md" if_empty(0)
};
static const unsigned char f41[] = {
#embed "../../templates/reports/invoice-summary.md" if_empty(0)
};
static const unsigned char f42[] = {
#embed "../../templates/reports/license-usage.md" if_empty(0)
};
static const unsigned char f43[] = {
#embed "../../templates/reports/renewals.md" if_empty(0)
};
static const unsigned char f44[] = {
#embed "../../templates/reports/self-service-buyers.md" if_empty(0)
};
static const unsigned char f45[] = {
#embed "../../templates/reports/self-service-policies.md" if_empty(0)
};
static const unsigned char f46[] = {
#embed "../../templates/reports/self-service-products.md" if_empty(0)
};
static const unsigned char f47[] = {
#embed "../../templates/reports/users.md" if_empty(0)
};

static const theme_file files[] = {
    {"README.md", f0, sizeof f0},
    {"assets/site.css", f1, sizeof f1},
    {"assets/site.js", f2, sizeof f2},
    {"details/billing_profile.html", f3, sizeof f3},
    {"details/buyer.html", f4, sizeof f4},
    {"details/invoice.html", f5, sizeof f5},
    {"details/product.html", f6, sizeof f6},
    {"details/subscription.html", f7, sizeof f7},
    {"layout.html", f8, sizeof f8},
    {"links.yaml", f9, sizeof f9},
    {"locales/en.yaml", f10, sizeof f10},
    {"pages/finding-list.html", f11, sizeof f11},
    {"pages/findings.html", f12, sizeof f12},
    {"pages/index.html", f13, sizeof f13},
    {"pages/quarantine.html", f14, sizeof f14},
    {"pages/report.html", f15, sizeof f15},
    {"pages/rule.html", f16, sizeof f16},
    {"pages/rules.html", f17, sizeof f17},
    {"pages/sources.html", f18, sizeof f18},
    {"pages/standalone.html", f19, sizeof f19},
    {"pages/user-list.html", f20, sizeof f20},
    {"partials/age.html", f21, sizeof f21},
    {"partials/balance.html", f22, sizeof f22},
    {"partials/card-close.html", f23, sizeof f23},
    {"partials/card-open.html", f24, sizeof f24},
    {"partials/cards-invoice-summary.html", f25, sizeof f25},
    {"partials/cards-license-usage.html", f26, sizeof f26},
    {"partials/findings.html", f27, sizeof f27},
    {"partials/foot.html", f28, sizeof f28},
    {"partials/letters-link.html", f29, sizeof f29},
    {"partials/nav.html", f30, sizeof f30},
    {"partials/orders.html", f31, sizeof f31},
    {"partials/pager.html", f32, sizeof f32},
    {"partials/places.html", f33, sizeof f33},
    {"partials/provenance.html", f34, sizeof f34},
    {"partials/quarantine-amounts.html", f35, sizeof f35},
    {"partials/rule-counts.html", f36, sizeof f36},
    {"reports/apps.md", f37, sizeof f37},
    {"reports/consolidation.md", f38, sizeof f38},
    {"reports/departments.md", f39, sizeof f39},
    {"reports/export-users.md", f40, sizeof f40},
    {"reports/invoice-summary.md", f41, sizeof f41},
    {"reports/license-usage.md", f42, sizeof f42},
    {"reports/renewals.md", f43, sizeof f43},
    {"reports/self-service-buyers.md", f44, sizeof f44},
    {"reports/self-service-policies.md", f45, sizeof f45},
    {"reports/self-service-products.md", f46, sizeof f46},
    {"reports/users.md", f47, sizeof f47},
};

const size_t theme_file_count = sizeof files / sizeof files[0];

const theme_file *theme_entry(size_t index) { return index < theme_file_count ? &files[index] : 0; }
