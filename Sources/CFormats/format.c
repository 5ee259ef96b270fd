// Written by .ci/embed-files. A test compares it with the folder.
#include "CFormats.h"

static const unsigned char f0[] = {
#embed "../../Sources/CFormats/formats/azure-billing-invoices.yaml" if_empty(0)
};
static const unsigned char f1[] = {
#embed "../../Sources/CFormats/formats/azure-billing-profiles.yaml" if_empty(0)
};
static const unsigned char f2[] = {
#embed "../../Sources/CFormats/formats/azure-billing-transactions.yaml" if_empty(0)
};
static const unsigned char f3[] = {
#embed "../../Sources/CFormats/formats/azure-cost-usage-ea.yaml" if_empty(0)
};
static const unsigned char f4[] = {
#embed "../../Sources/CFormats/formats/azure-cost-usage-mca.yaml" if_empty(0)
};
static const unsigned char f5[] = {
#embed "../../Sources/CFormats/formats/focus-1.0.yaml" if_empty(0)
};
static const unsigned char f6[] = {
#embed "../../Sources/CFormats/formats/focus-1.1.yaml" if_empty(0)
};
static const unsigned char f7[] = {
#embed "../../Sources/CFormats/formats/focus-1.2.yaml" if_empty(0)
};
static const unsigned char f8[] = {
#embed "../../Sources/CFormats/formats/graph-directory-subscriptions.yaml" if_empty(0)
};
static const unsigned char f9[] = {
#embed "../../Sources/CFormats/formats/graph-groups.yaml" if_empty(0)
};
static const unsigned char f10[] = {
#embed "../../Sources/CFormats/formats/graph-subscribed-skus.yaml" if_empty(0)
};
static const unsigned char f11[] = {
#embed "../../Sources/CFormats/formats/graph-users.yaml" if_empty(0)
};
static const unsigned char f12[] = {
#embed "../../Sources/CFormats/formats/headers.yaml" if_empty(0)
};
static const unsigned char f13[] = {
#embed "../../Sources/CFormats/formats/licensing-product-names.yaml" if_empty(0)
};
static const unsigned char f14[] = {
#embed "../../Sources/CFormats/formats/m365-users.yaml" if_empty(0)
};
static const unsigned char f15[] = {
#embed "../../Sources/CFormats/formats/mscommerce-product-policies.yaml" if_empty(0)
};
static const unsigned char f16[] = {
#embed "../../Sources/CFormats/formats/msol-account-sku.yaml" if_empty(0)
};
static const unsigned char f17[] = {
#embed "../../Sources/CFormats/formats/office365-active-user-detail.yaml" if_empty(0)
};
static const unsigned char f18[] = {
#embed "../../Sources/CFormats/formats/partner-center-daily-usage.yaml" if_empty(0)
};
static const unsigned char f19[] = {
#embed "../../Sources/CFormats/formats/partner-center-license-based.yaml" if_empty(0)
};
static const unsigned char f20[] = {
#embed "../../Sources/CFormats/formats/partner-center-new-commerce.yaml" if_empty(0)
};

static const format_file files[] = {
    {"azure-billing-invoices.yaml", f0, sizeof f0},
    {"azure-billing-profiles.yaml", f1, sizeof f1},
    {"azure-billing-transactions.yaml", f2, sizeof f2},
    {"azure-cost-usage-ea.yaml", f3, sizeof f3},
    {"azure-cost-usage-mca.yaml", f4, sizeof f4},
    {"focus-1.0.yaml", f5, sizeof f5},
    {"focus-1.1.yaml", f6, sizeof f6},
    {"focus-1.2.yaml", f7, sizeof f7},
    {"graph-directory-subscriptions.yaml", f8, sizeof f8},
    {"graph-groups.yaml", f9, sizeof f9},
    {"graph-subscribed-skus.yaml", f10, sizeof f10},
    {"graph-users.yaml", f11, sizeof f11},
    {"headers.yaml", f12, sizeof f12},
    {"licensing-product-names.yaml", f13, sizeof f13},
    {"m365-users.yaml", f14, sizeof f14},
    {"mscommerce-product-policies.yaml", f15, sizeof f15},
    {"msol-account-sku.yaml", f16, sizeof f16},
    {"office365-active-user-detail.yaml", f17, sizeof f17},
    {"partner-center-daily-usage.yaml", f18, sizeof f18},
    {"partner-center-license-based.yaml", f19, sizeof f19},
    {"partner-center-new-commerce.yaml", f20, sizeof f20},
};

const size_t format_file_count = sizeof files / sizeof files[0];

const format_file *format_entry(size_t index) { return index < format_file_count ? &files[index] : 0; }
