# All places with their pages.
places-title = All places
places-text = Every place of yours with its pages. The ones at hand most often stand in the bar.
places-none = There is nothing for you yet
places-none-text = As soon as you have a role in a school, its places stand here. The coordinator gives it.
