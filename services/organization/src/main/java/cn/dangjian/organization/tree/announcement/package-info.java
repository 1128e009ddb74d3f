/** Tells what units are now (告知): the rooms that keep something about them, and the house. */
@NullMarked
package cn.dangjian.organization.tree.announcement;

import org.jspecify.annotations.NullMarked;
