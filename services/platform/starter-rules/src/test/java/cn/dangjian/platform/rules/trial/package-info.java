/** A service made up for the tests of the starter: it has rules of its own and counts working days. */
@NullMarked
package cn.dangjian.platform.rules.trial;

import org.jspecify.annotations.NullMarked;
