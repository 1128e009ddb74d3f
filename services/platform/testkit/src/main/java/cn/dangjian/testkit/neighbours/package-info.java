/** Stand-ins for the services that a tested one asks. */
@NullMarked
package cn.dangjian.testkit.neighbours;

import org.jspecify.annotations.NullMarked;
