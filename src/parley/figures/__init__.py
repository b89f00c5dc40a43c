"""Pictures: a state, a review or a data set turned into a plotly figure or a map."""
