/** What the standards say about divisions (区划): kinds of organisations by code, their titles, the provinces, posts and terms. */
@NullMarked
package cn.dangjian.organization.tree.rule;

import org.jspecify.annotations.NullMarked;
