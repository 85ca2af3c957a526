-- Who sat in the commission that voted on an award: ids of people with a space between; none of votes before this.
ALTER TABLE awards ADD COLUMN members TEXT;
