#include "CGazetteer.h"

// #embed is C23, which clang knows under every standard and warns of in older ones.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char twir_gazetteer_folding[] = {
#embed "Data/folding.bin"
};
const uint32_t twir_gazetteer_folding_size = sizeof twir_gazetteer_folding;

const unsigned char twir_gazetteer_texts[] = {
#embed "Data/texts.bin"
};
const uint32_t twir_gazetteer_texts_size = sizeof twir_gazetteer_texts;

const unsigned char twir_gazetteer_zones[] = {
#embed "Data/zones.bin"
};
const uint32_t twir_gazetteer_zones_size = sizeof twir_gazetteer_zones;

const unsigned char twir_gazetteer_country_index[] = {
#embed "Data/country_index.bin"
};
const uint32_t twir_gazetteer_country_index_size = sizeof twir_gazetteer_country_index;

const unsigned char twir_gazetteer_countries[] = {
#embed "Data/countries.bin"
};
const uint32_t twir_gazetteer_countries_size = sizeof twir_gazetteer_countries;

const unsigned char twir_gazetteer_subdivisions[] = {
#embed "Data/subdivisions.bin"
};
const uint32_t twir_gazetteer_subdivisions_size = sizeof twir_gazetteer_subdivisions;

const unsigned char twir_gazetteer_short_names[] = {
#embed "Data/short_names.bin"
};
const uint32_t twir_gazetteer_short_names_size = sizeof twir_gazetteer_short_names;

const unsigned char twir_gazetteer_city_index[] = {
#embed "Data/city_index.bin"
};
const uint32_t twir_gazetteer_city_index_size = sizeof twir_gazetteer_city_index;

const unsigned char twir_gazetteer_cities[] = {
#embed "Data/cities.bin"
};
const uint32_t twir_gazetteer_cities_size = sizeof twir_gazetteer_cities;

const unsigned char twir_gazetteer_buckets[] = {
#embed "Data/buckets.bin"
};
const uint32_t twir_gazetteer_buckets_size = sizeof twir_gazetteer_buckets;

const unsigned char twir_gazetteer_postings[] = {
#embed "Data/postings.bin"
};
const uint32_t twir_gazetteer_postings_size = sizeof twir_gazetteer_postings;
