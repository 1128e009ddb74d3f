package cn.dangjian.statistics.place;

import org.jspecify.annotations.Nullable;

/**
 * Where in the tree something is counted.
 *
 * @param path in the territory (块)
 * @param line in its line (条); null if it is in none
 */
public record Place(String path, @Nullable String line) {}
