/** Work in the field (工作): weak units, contact points, co-building, joint committees, advice. */
@NullMarked
package cn.dangjian.organization.field;

import org.jspecify.annotations.NullMarked;
