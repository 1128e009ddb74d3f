/** Views of tiers: what is collected, owed and passed on, by child unit. */
@NullMarked
package cn.dangjian.dues.total.view;

import org.jspecify.annotations.NullMarked;
